import type { Random } from '../random';
import { tenant } from '../tenant';

export interface SkillWeight {
	skillId: number;
	agentWeight: number;
	skillWeight: number;
}

export interface Agent {
	workNo: number;
	userAccount: string;
	userName: string;
	password: string;
	email: string;
	phone: string;
	agentType: number;
	ccRoleId: number;
	skills: SkillWeight[];
	sipAccount: string;
	sipPassword: string;
	/** The password with which the agent signs in to the platform, which is not that of the account. */
	platformPassword: string;
	transparentDisplayFlag: boolean;
	wrongPasswords: number;
	lockedUntil: number;
	passwordChangedAt?: number;
	mobilePhone?: string;
}

export interface Destination {
	deviceType?: string;
	transferType: string;
	value?: number;
}

export interface SkillParam {
	noAgents: Destination;
	busy: Destination;
	timeOut: Destination;
	answerFunction?: string;
	waitVoice?: { parameterType: string; id?: string };
}

export interface SkillQueue {
	skillId: number;
	name: string;
	description: string;
	mediaTypeId: number;
	maxWaitTime: number;
	maxWaitNum: number;
	maxAgentWrapupTime: number;
	skillParam: SkillParam;
}

export interface CalledRoute {
	id: string;
	dnid: number;
	accessCode: string;
	extCode: string;
	mediatypeId: number;
	devicetype: number;
	deviceId: number;
}

export interface AppSettings {
	id: string;
	userId: string;
	callType?: string;
	callerPresent?: string[];
	callNumber?: string[];
	callNumberDefault?: string;
	callerPresentDefault?: string;
	createTime: string;
}

/** Everything the contact centre itself knows: who works there, and where calls go. */
export class ContactCentre {
	readonly agents = new Map<string, Agent>();
	readonly queues = new Map<number, SkillQueue>();
	readonly routes = new Map<string, CalledRoute>();
	/** By user id. */
	readonly appSettings = new Map<string, AppSettings>();
	/** Real time of the recent uploads of voice files, for the limit of ten a second. */
	readonly uploads: number[] = [];
	private lastWorkNo = 100;
	private lastSkillId = 0;
	private lastDnid = 0;
	private lastSip = 88880000;

	constructor(private readonly random: Random) {
		for (const seed of tenant.skillQueues) {
			this.queues.set(seed.skillId, {
				...seed,
				maxWaitTime: 60,
				maxWaitNum: 100,
				maxAgentWrapupTime: 5,
				skillParam: {
					noAgents: { transferType: 'Release' },
					busy: { transferType: 'Release' },
					timeOut: { transferType: 'Release' },
					...(seed.mediaTypeId === 53 ? {} : { answerFunction: '0', waitVoice: { parameterType: 'Voice' } }),
				},
			});
			this.lastSkillId = Math.max(this.lastSkillId, seed.skillId);
		}
		for (const { skillIds, ...seed } of tenant.agents) {
			this.addAgent({
				...seed,
				email: `${seed.userAccount}@example.com`,
				phone: '',
				skills: skillIds.map((skillId) => ({ skillId, agentWeight: 1, skillWeight: 1 })),
			});
		}
		this.addRoute({ accessCode: '15550100', extCode: '', mediatypeId: 5, devicetype: 1, deviceId: 2 });
		this.addRoute({ accessCode: '15550100', extCode: '1', mediatypeId: 5, devicetype: 3, deviceId: 1 });
	}

	addAgent(
		agent: Pick<
			Agent,
			'userAccount' | 'userName' | 'password' | 'email' | 'phone' | 'agentType' | 'ccRoleId' | 'skills'
		> &
			Partial<Pick<Agent, 'platformPassword'>>,
	): Agent {
		const sipPassword = `Sip~${this.random.digits(6)}`;
		const drawn = `Cc~${this.random.digits(5)}`;
		const added: Agent = {
			...agent,
			workNo: ++this.lastWorkNo,
			sipAccount: String(++this.lastSip),
			sipPassword,
			platformPassword: agent.platformPassword ?? drawn,
			transparentDisplayFlag: false,
			wrongPasswords: 0,
			lockedUntil: 0,
		};
		this.agents.set(added.userAccount, added);
		return added;
	}

	agentByWorkNo(workNo: number): Agent | undefined {
		return [...this.agents.values()].find((agent) => agent.workNo === workNo);
	}

	agentsOfQueue(skillId: number): Agent[] {
		return [...this.agents.values()].filter((agent) => agent.skills.some((skill) => skill.skillId === skillId));
	}

	nextSkillId(): number {
		return ++this.lastSkillId;
	}

	addRoute(route: Omit<CalledRoute, 'id' | 'dnid'>): CalledRoute {
		const added = { ...route, id: `1127${this.random.digits(15)}`, dnid: ++this.lastDnid };
		this.routes.set(added.id, added);
		return added;
	}
}

/** Which media of queues an agent of a type may serve: the queue's type has to agree with the agent's (5.1.1). */
export function servesMedia(agentType: number, mediaTypeId: number): boolean {
	switch (agentType) {
		case 4:
			return [5, 2].includes(mediaTypeId);
		case 11:
			return [5, 19, 2, 18].includes(mediaTypeId);
		case 5:
			return mediaTypeId === 53;
		default:
			return true;
	}
}
