/** The tenant everybody finds when the simulator starts. All of it is invented. */

export interface QueueSeed {
	skillId: number;
	name: string;
	description: string;
	mediaTypeId: number;
}

export interface AgentSeed {
	userAccount: string;
	userName: string;
	password: string;
	/** With which the agent signs in to the gateway (6.1.1.1). */
	platformPassword: string;
	agentType: number;
	ccRoleId: number;
	skillIds: number[];
}

export interface FileSeed {
	filePath: string;
	fileName: string;
	/** The rows of the sheet, each with the columns of table 7-257 or 7-202. */
	rows: Array<Record<string, unknown>>;
}

export interface VoiceFileSeed {
	voiceId: string;
	name: string;
	/** 0 is audio, 2 is text (14.1). */
	type: number;
	/** 0 IVR, 1 prompt, 2 fault, 3 voice notification (5.4.4). */
	scene: number;
	/** 0 a draft, 1 submitted, 2 passed, 3 rejected. */
	status: number;
	language: string;
	/** What a text says. */
	text?: string;
}

const forNotifications = { scene: 3, status: 2, language: 'zh_CN' };
const audioFile = (voiceId: string, name: string): VoiceFileSeed => ({ voiceId, name, type: 0, ...forNotifications });
const template = (voiceId: string, name: string, text: string): VoiceFileSeed => ({
	voiceId,
	name,
	type: 2,
	text,
	...forNotifications,
});

const contactRows = (count: number, batch: string): Array<Record<string, unknown>> =>
	Array.from({ length: count }, (_, i) => ({
		sessionId: `${batch}-${i + 1}`,
		called: [{ calledNo: `4477009${String(i).padStart(5, '0')}`, delayTime: '0', type: 'MOBILE' }],
		customField: batch,
	}));

export const tenant = {
	appKey: 'demo-app-key',
	appSecret: 'demo-app-secret',
	accessKey: 'demo-access-key',
	secretKey: 'demo-secret-key',
	vdnId: 1,
	ccId: 1,
	tenantId: '202211228274',
	tenantName: 'Example Ltd',
	/** How bots are reached (4.4): the tenant by its id, the other systems of the platform, and the machines of others. */
	bots: {
		apiPassword: 'Demo-bot-pw1',
		internal: { userName: 'ipcc', password: 'Demo-ipcc-pw1' },
		system: { userName: 'ODFS_SYS_OPENAPI', password: 'Demo-odfs-pw1' },
	},
	/** ITA signs with these what it reports (6.2.13). */
	itaAppKey: 'demo-ita-app-key',
	itaAccessKey: 'demo-ita-access-key',
	itaSecretKey: 'demo-ita-secret-key',
	/** What the tokens of the knowledge base are given for (9.1.1). */
	sia: { jwt: 'demo-sia-jwt', domain: 'ccikbsAppService' },
	/** The client of Case 2.0 (17.1.1). */
	ticketClient: { clientId: 'demo-client-id', clientSecret: 'demo-client-secret' },
	/** What the mobile app may hand over (19.1), of the first user of the workbench. */
	mobileTokens: { valid: 'demo-mobile-token', expired: 'demo-mobile-token-expired' },
	/** The token of a user of the software cloud (15.1), and how IMC signs (15.1.3). */
	softwareCloudToken: 'demo-software-cloud-token',
	imcSignature: 'demo-imc-signature',
	/** Web channels (chapter 11), with and without a bot before the agents of their queue, and emails that wait for an agent. */
	webChat: {
		channels: [
			{ configId: '202101011000000001', name: 'Shop', hasBot: false, skillId: 5 },
			{ configId: '202101011000000002', name: 'Service', hasBot: true, skillId: 5 },
		],
		emails: ['10195068940994050', '10195068940994051', '10195068940994052'],
	},
	/** Who may configure the gateway (4.6): administrators by work number, and the VDN itself. */
	gateway: { administrators: [{ agentId: 101, password: 'Demo-admin-pw1' }], vdnPassword: 'Demo-vdn-pw1' },
	/** Media type: 5 audio and video, 19 video, 53 multimedia, 2 audio click-to-call, 18 video click-to-call. */
	skillQueues: [
		{ skillId: 1, name: 'defaultVideoSkill', description: 'Video', mediaTypeId: 19 },
		{ skillId: 2, name: 'defaultAudioSkill', description: 'Audio', mediaTypeId: 5 },
		{ skillId: 3, name: 'sales', description: 'Sales', mediaTypeId: 5 },
		{ skillId: 4, name: 'support', description: 'Support', mediaTypeId: 5 },
		{ skillId: 5, name: 'webchat', description: 'Chat', mediaTypeId: 53 },
	] as QueueSeed[],
	accessCodes: [
		{ id: '1124167935465633793', accessCode: '15550100', mediatypeId: 5, description: 'Hotline', numCallAttr: 3 },
		{
			id: '1124167935465633794',
			accessCode: '15550101',
			mediatypeId: 5,
			description: 'Sales line',
			numCallAttr: 3,
		},
		{ id: '1124167935465633795', accessCode: '15550102', mediatypeId: 5, description: 'Outbound', numCallAttr: 2 },
		{ id: '1124167935465633796', accessCode: '15550103', mediatypeId: 53, description: 'Chat', numCallAttr: 1 },
		{ id: '1124167935465633797', accessCode: '15550104', mediatypeId: 2, description: 'Web call', numCallAttr: 1 },
	],
	/** Flow type 1 is an ordinary flow (GSL), 2 is VoiceXML. */
	ivrFlows: [
		{ id: 1, accessCode: '90500', description: 'Fault handling', flowFileName: 'defaultIVR.GSL', flowType: 1 },
		{ id: 2, accessCode: '90501', description: 'Survey', flowFileName: 'survey.GSL', flowType: 1 },
		{ id: 3, accessCode: '90502', description: 'Payment reminder', flowFileName: 'reminder.vxml', flowType: 2 },
	],
	satisfactionFlow: { ivrId: '1239554736420597767', accessCode: '90501' },
	agents: [
		{
			userAccount: 'agent.one',
			userName: 'Agent One',
			password: 'Demo-pw1',
			platformPassword: 'Demo-cc1',
			agentType: 4,
			ccRoleId: 4,
			skillIds: [2, 3],
		},
		{
			userAccount: 'agent.two',
			userName: 'Agent Two',
			password: 'Demo-pw2',
			platformPassword: 'Demo-cc2',
			agentType: 4,
			ccRoleId: 4,
			skillIds: [2],
		},
		{
			userAccount: 'agent.three',
			userName: 'Agent Three',
			password: 'Demo-pw3',
			platformPassword: 'Demo-cc3',
			agentType: 11,
			ccRoleId: 2,
			skillIds: [1],
		},
		{
			userAccount: 'inspector.one',
			userName: 'Inspector',
			password: 'Demo-pw4',
			platformPassword: 'Demo-cc4',
			agentType: 4,
			ccRoleId: 3,
			skillIds: [],
		},
		{
			userAccount: 'agent.chat',
			userName: 'Agent Chat',
			password: 'Demo-pw5',
			platformPassword: 'Demo-cc5',
			agentType: 99,
			ccRoleId: 4,
			skillIds: [5],
		},
	] as AgentSeed[],
	/** Numbers that two-party calls come from (6.2.6); status 0 is registered, 1 paused. */
	softphones: [
		{ id: 1, phoneNum: '15550105', password: 'Demo-sip1', status: 0, remark: 'Agent One' },
		{ id: 2, phoneNum: '15550106', password: 'Demo-sip2', status: 0, remark: 'Agent Two' },
		{ id: 3, phoneNum: '15550107', password: 'Demo-sip3', status: 1, remark: 'Spare' },
	],
	/** Where softphones register. */
	registration: { ip: '192.0.2.30', port: '5060', sipIp: '192.0.2.31', sipPort: '5061' },
	/** Users of the workbench (6.2.11) and the agents they are. */
	workbenchUsers: [
		{ userId: '1652268429538866101', workNo: '101' },
		{ userId: '1652268429538866102', workNo: '102' },
	],
	/** What notifications may play (14.1), and what they may not. */
	voiceFiles: [
		audioFile('1133790000000000001', 'welcome'),
		audioFile('1133790000000000002', 'goodbye'),
		template('1226170000000000001', 'parcel', '您有${NUM_2}件快递请到${TXT_32}领取'),
		template('1226170000000000002', 'deadline', '请于${DATE}，${TIME}前领取您的快递。'),
		template('1226170000000000003', 'greeting', 'Thank you for calling.'),
		template('1226170000000000004', 'account', 'Your number is ${NUM_12}, your name ${TXT_9}'),
		template('1226170000000000005', 'malformed', 'Dear ${NAME}, goodbye'),
		template('1226170000000000006', 'appointment', 'Dear ${TXT_32}, we expect you on ${DATE}. Thank you.'),
		template('1226170000000000007', 'queue', 'Queue ${TXT_9}: ${NUM_4} wait, the longest for ${NUM_5} seconds.'),
		{ ...audioFile('1133790000000000003', 'menu'), scene: 0 },
		{ ...audioFile('1133790000000000004', 'draft'), status: 0 },
		{ ...audioFile('1133790000000000005', 'submitted'), status: 1 },
		{ ...audioFile('1133790000000000006', 'rejected'), status: 3 },
	],
	/** What callers have left: to a flow, and to a machine of somebody else's (13.1.2.1). */
	voiceMessages: [
		{ path: 'Y:/1/record/20260301/playvoice1772352000000.wav', seconds: 8 },
		{ path: 'Y:/3rdfile/1/record/20260301/104/1633022.V3', seconds: 5 },
	],
	/** What a bot of somebody else's has recorded (13.2.1.12). */
	ivrRecordings: [{ path: 'Y:/voice/1/IVRrecordFile/1772352000000.wav', seconds: 6 }],
	numberTypes: ['MOBILE', 'HOME', 'WORK'],
	businessResults: [
		{
			name: 'Interested',
			code: '100100',
			children: [
				{ name: 'Call back', code: '100101' },
				{ name: 'Send offer', code: '100102' },
			],
		},
		{ name: 'Not interested', code: '100200', children: [] },
		{ name: 'Interrupted', code: '100300', children: [{ name: 'Line dropped', code: '100301' }] },
	],
	fileServers: [
		{
			serverId: '164690088271159234793429225848',
			ip: '192.0.2.10',
			port: '22',
			filePath: '/home/sftp',
			userName: 'isales',
			files: [
				{ filePath: '', fileName: 'contacts.xlsx', rows: contactRows(25, 'batch1') },
				{
					filePath: '/isales/20220310',
					fileName: 'contacts-mixed.xlsx',
					rows: [
						...contactRows(3, 'batch2'),
						{ sessionId: 'batch2-1', called: [{ calledNo: '447700900000' }] },
						{ sessionId: 'batch2-x', called: [{ calledNo: 'not a number' }] },
					],
				},
				{
					filePath: '',
					fileName: 'blocklist.xlsx',
					rows: [
						{ blockNum: '447700900901' },
						{ blockNum: '447700900902', validityTime: 24 },
						{ blockNum: '447700900902' },
						{ blockNum: '447700900903', restrictTimes: 1, restrictPeriod: '1' },
					],
				},
			] as FileSeed[],
		},
	],
};

export type Tenant = typeof tenant;
