import { byId, rowsOf, type Bench } from '../support/bench';
import { HOOK, type Case } from './case';

export const agentCases: Record<string, Case> = {
	'agent/create': {
		run: () => ({
			userAccount: 'agent.new',
			userName: 'New Agent',
			password: 'Demo-pw99',
			email: 'new@example.com',
			agentType: 4,
			ccRoleId: 2,
		}),
		more: {
			'all fields': () => ({
				userAccount: 'agent.new',
				userName: 'New Agent',
				password: 'Demo-pw99',
				email: 'new@example.com',
				agentType: 11,
				ccRoleId: 3,
				additionalFields: {
					skills: rowsOf(
						{ skillId: byId(3), agentWeight: 1, skillWeight: 5 },
						{ skillId: byId(2), agentWeight: 2, skillWeight: 1 },
					),
					phone: '447700900001',
				},
			}),
		},
		refused: {
			run: () => ({
				userAccount: 'agent.one',
				userName: 'One',
				password: 'Demo-pw99',
				email: 'one@example.com',
				agentType: 4,
				ccRoleId: 2,
			}),
			message: /already exists/,
		},
		gives: { workNo: 106 },
	},
	'agent/delete': {
		run: () => ({ userAccount: byId('agent.two') }),
		refused: { run: () => ({ userAccount: byId('agent.none') }), message: /does not exist/ },
		gives: { deleted: true },
	},
	'agent/update': {
		run: () => ({ userAccount: byId('agent.two'), updateFields: { userName: 'Two' } }),
		more: {
			'all fields': () => ({
				userAccount: byId('agent.two'),
				updateFields: {
					userName: 'Two',
					email: 'two@example.com',
					phone: '447700900002',
					agentType: 11,
					ccRoleId: 4,
					skills: rowsOf({ skillId: byId(1), agentWeight: 3, skillWeight: 3 }),
					oldPassWord: 'Demo-pw2',
					newPassWord: 'Demo-pw22',
				},
			}),
		},
		refused: {
			run: () => ({
				userAccount: byId('agent.two'),
				updateFields: { oldPassWord: 'wrong', newPassWord: 'Demo-pw22' },
			}),
			message: /password is wrong/,
		},
		gives: { success: true },
	},
	'agent/get': {
		run: () => ({ userAccount: byId('agent.two') }),
		refused: { run: () => ({ userAccount: byId('agent.none') }), message: /found nothing/ },
		gives: { userName: 'Agent Two', agentTypeName: 'Audio', roleName: 'Outbound Agent' },
	},
	'agent/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { agentType: [4, 11], transparentDisplayFlag: false } }) },
		gives: { userAccount: 'agent.one' },
	},
	'agent/addToQueue': {
		run: () => ({ userAccounts: ['agent.one', 'agent.two'], skillId: byId(4), agentWeight: 2, skillWeight: 3 }),
		refused: {
			run: () => ({ userAccounts: ['agent.one'], skillId: byId(999), agentWeight: 1, skillWeight: 1 }),
			message: /skill queue 999 does not exist/,
		},
		gives: { userAccount: 'agent.one', success: true },
	},
	'agent/removeFromQueue': {
		run: () => ({ userAccounts: ['agent.one'], skillId: byId(3) }),
		refused: { run: () => ({ userAccounts: ['agent.one'], skillId: byId(999) }), message: /does not exist/ },
		spoil: 'userAccounts',
		gives: { userAccount: 'agent.one', success: true },
	},
	'agent/getManyByQueue': {
		run: () => ({ skillId: byId(2) }),
		refused: { run: () => ({ skillId: byId(999) }), message: /does not exist/ },
		gives: { workNo: 101 },
	},
	'agent/getByLogin': {
		run: () => ({ accountCode: 'agent.one' }),
		more: {
			'all fields': () => ({ accountCode: 'agent.one', filters: { username: 'admin', password: 'Demo-pw1' } }),
		},
		refused: { run: () => ({ accountCode: 'agent.none' }), message: /does not exist/ },
		gives: { workNo: 101 },
	},
	'agent/clearCustomerData': {
		run: () => ({ customNos: '447700900001, 447700900002' }),
		gives: { customNo: '447700900001', success: true },
	},
	'skillQueue/create': {
		run: () => ({
			mediaTypeId: 5,
			name: 'service',
			description: 'Service',
			maxWaitTime: 60,
			maxWaitNum: 100,
			maxAgentWrapupTime: 5,
			noAgentsAction: 'Release',
			busyAction: 'Release',
			timeOutAction: 'Release',
			answerFunction: 2,
			waitVoiceType: 'Voice',
		}),
		more: {
			transfers: () => ({
				mediaTypeId: 5,
				name: 'service',
				description: 'Service',
				maxWaitTime: 0,
				maxWaitNum: 0,
				maxAgentWrapupTime: 0,
				noAgentsAction: 'Transfer',
				noAgentsTarget: 1,
				noAgentsQueue: byId(2),
				busyAction: 'Transfer',
				busyTarget: 3,
				busyFlow: byId(1),
				timeOutAction: 'Transfer',
				timeOutTarget: 3,
				timeOutFlow: byId(2),
				answerFunction: 0,
				waitVoiceType: 'IVR',
				waitVoiceFlow: byId(3),
			}),
			'the other transfers, for chats': () => ({
				mediaTypeId: 53,
				name: 'chats',
				description: 'Chats',
				maxWaitTime: 60,
				maxWaitNum: 100,
				maxAgentWrapupTime: 5,
				noAgentsAction: 'Release',
				busyAction: 'Transfer',
				busyTarget: 1,
				busyQueue: byId(5),
				timeOutAction: 'Transfer',
				timeOutTarget: 1,
				timeOutQueue: byId(5),
			}),
			'a transfer to a flow when nobody works': () => ({
				mediaTypeId: 2,
				name: 'click',
				description: 'Click',
				maxWaitTime: 60,
				maxWaitNum: 100,
				maxAgentWrapupTime: 5,
				noAgentsAction: 'Transfer',
				noAgentsTarget: 3,
				noAgentsFlow: byId(1),
				busyAction: 'Release',
				timeOutAction: 'Release',
			}),
		},
		refused: { run: () => ({ name: 'sales', description: 'Twice' }), message: /already exists/ },
		gives: { skillId: '6' },
	},
	'skillQueue/delete': {
		run: () => ({ skillIds: ['3', '4'] }),
		refused: { run: () => ({ skillIds: ['999'] }), message: /999 does not exist/ },
		gives: { skillId: '3', deleted: true },
	},
	'skillQueue/update': {
		run: () => ({ skillId: byId(3), updateFields: { description: 'More' } }),
		more: {
			'all fields': () => ({
				skillId: byId(3),
				updateFields: {
					description: 'More',
					maxWaitTime: 30,
					maxWaitNum: 10,
					maxAgentWrapupTime: 10,
					skillParam: {
						values: {
							mediaTypeId: 5,
							noAgentsAction: 'Transfer',
							noAgentsTarget: 1,
							noAgentsQueue: byId(2),
							busyAction: 'Transfer',
							busyTarget: 3,
							busyFlow: byId(1),
							timeOutAction: 'Transfer',
							timeOutTarget: 3,
							timeOutFlow: byId(1),
							answerFunction: 2,
							waitVoiceType: 'IVR',
							waitVoiceFlow: byId(3),
						},
					},
				},
			}),
			'the other transfers': () => ({
				skillId: byId(4),
				updateFields: {
					skillParam: {
						values: {
							noAgentsAction: 'Transfer',
							noAgentsTarget: 3,
							noAgentsFlow: byId(1),
							busyAction: 'Transfer',
							busyTarget: 1,
							busyQueue: byId(2),
							timeOutAction: 'Transfer',
							timeOutTarget: 1,
							timeOutQueue: byId(2),
							answerFunction: 0,
							waitVoiceType: 'Voice',
						},
					},
				},
			}),
			'a queue for chats': () => ({
				skillId: byId(5),
				updateFields: {
					skillParam: {
						values: {
							mediaTypeId: 53,
							noAgentsAction: 'Release',
							busyAction: 'Release',
							timeOutAction: 'Release',
						},
					},
				},
			}),
		},
		refused: {
			run: () => ({ skillId: byId(999), updateFields: { maxWaitNum: 1 } }),
			message: /999 does not exist/,
		},
		gives: { success: true },
	},
	'skillQueue/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { name: 'sal', mediaTypeId: 5, skillIds: ['3', '4'] } }) },
		gives: { name: 'defaultVideoSkill', mediaTypeName: 'Video' },
	},
	'accessCode/getMany': {
		run: () => ({}),
		more: { 'all filters': () => ({ filters: { accessCode: '1555', mediaTypeId: 5, description: 'Hot' } }) },
		gives: { accessCode: '15550100', id: '1124167935465633793', direction: 'Inbound and Outbound' },
	},
	'calledRoute/create': {
		run: () => ({ accessCode: byId('15550101'), deviceType: 1, skillId: byId(3) }),
		more: {
			'all fields': () => ({
				accessCode: byId('15550101'),
				deviceType: 1,
				skillId: byId(3),
				additionalFields: { extCode: '7', mediaTypeId: 5 },
			}),
			'to a flow': () => ({ accessCode: byId('15550101'), deviceType: 3, ivrFlowId: byId(1) }),
		},
		refused: {
			run: () => ({ accessCode: byId('15550100'), deviceType: 1, skillId: byId(3) }),
			message: /already bound/,
		},
		gives: { success: true },
	},
	'calledRoute/delete': {
		run: ({ state }) => ({ dnids: state.calledRoutes.map(({ dnid }) => String(dnid)) }),
		refused: { run: () => ({ dnids: ['999'] }), message: /delete failed/ },
		gives: { dnid: '1', deleted: true },
	},
	'calledRoute/update': {
		run: ({ state }) => ({ routeId: byId(state.calledRoutes[0].id), deviceType: 1, skillId: byId(3) }),
		more: {
			'to a flow': ({ state }) => ({
				routeId: byId(state.calledRoutes[0].id),
				deviceType: 3,
				ivrFlowId: byId(2),
			}),
		},
		refused: { run: () => ({ routeId: byId('1'), deviceType: 1, skillId: byId(3) }), message: /does not exist/ },
		gives: { success: true },
	},
	'calledRoute/getMany': {
		run: () => ({}),
		more: {
			'all filters': () => ({
				filters: { accessCode: '15550100', extCode: '1', deviceType: 3, deviceDesc: 'Fault', mediaTypeId: 5 },
			}),
		},
		gives: { accessCode: '15550100', targetTypeName: 'Skill Queue', editableName: 'Edit and Delete' },
	},
	'phoneNumber/getRegion': {
		run: () => ({ phoneNo: '13800138000' }),
		refused: { run: () => ({ phoneNo: '5' }), message: /neither a mobile/ },
		gives: { areaCode: '110100' },
	},
	'ivrFlow/getMany': { run: () => ({}), gives: { id: 1, flowTypeName: 'GSL', loadState: 'Loaded' } },
	'ivrFlow/getSatisfactionFlow': { run: () => ({}), gives: { enabled: true } },
	'satisfaction/get': {
		run: async (bench) => ({
			callId: await bench.call(),
			beginTime: '2026-03-02T00:00:00',
			endTime: '2026-03-03T00:00:00',
		}),
		refused: {
			run: () => ({ callId: '1-1', beginTime: '2026-03-02T00:00:00', endTime: '2026-03-03T00:00:00' }),
			message: /No satisfaction evaluation/,
		},
	},
	'voiceFile/upload': {
		run: () => ({ binaryProperty: 'data', fileType: 'wav', locale: 'en_US', voiceType: 0 }),
		more: {
			'all fields': () => ({
				binaryProperty: 'data',
				fileType: 'wav',
				locale: 'zh_CN',
				voiceType: 3,
				additionalFields: { callBackUrl: HOOK, voiceFileName: 'Welcome欢迎' },
			}),
		},
		gives: { success: true },
	},
	'voiceFile/createTemplate': {
		run: () => ({ name: 'Reminder', textcontent: 'Dear ${TXT_32}', language: 'en_US' }),
		more: {
			'all fields': () => ({
				name: '提醒1',
				textcontent: 'Dear ${TXT_32}, see you on ${DATE},${TIME}',
				language: 'zh_CN',
				additionalFields: { speed: 0, volume: 80, voicename: 'cn_tianmeiru_common', callBackUrl: HOOK },
			}),
		},
		gives: { success: true },
	},
	'softphone/updatePassword': {
		run: () => ({ userAccount: byId('agent.one'), accountPwd: 'Demo-pw1', newPhonePwd: 'Abcdef12' }),
		refused: {
			run: () => ({ userAccount: byId('agent.one'), accountPwd: 'wrong', newPhonePwd: 'Abcdef12' }),
			message: /password is wrong/,
		},
		gives: { success: true },
	},
	'softphone/getMany': { run: () => ({}), gives: { workNo: 101, sipPwd: '••••••••', serviceIp: '192.0.2.20' } },
	'softphone/getManyWithAccounts': { run: () => ({}), gives: { accountCode: 'agent.one', sipPwd: '••••••••' } },
	'softphone/checkSignIn': {
		run: () => ({ account: 'agent.one', password: 'Demo-pw1' }),
		refused: { run: () => ({ account: 'agent.one', password: 'wrong' }), message: /password is wrong/ },
		gives: { workNo: '101', password: '••••••••' },
	},
	'mobileAnswering/start': {
		run: () => ({ workNo: byId(101), phone: '447700900001' }),
		refused: { run: () => ({ workNo: byId(999), phone: '447700900001' }), message: /does not exist/ },
		gives: { workNo: 101 },
	},
	'mobileAnswering/stop': {
		run: async (bench) => {
			await bench.management('offline/agent/login', { workNo: 101, phone: '447700900001' });
			return { workNo: byId(101) };
		},
		refused: { run: () => ({ workNo: byId(102) }), message: /does not answer/ },
		gives: { success: true },
	},
	'mobileAnswering/getState': {
		run: () => ({ workNo: byId(101) }),
		refused: { run: () => ({ workNo: byId(999) }), message: /does not exist/ },
		gives: { mobileAnswering: false },
	},
	...appSettingsCases(),
};

function appSettingsCases(): Record<string, Case> {
	const all = {
		callType: 1,
		callerPresent: '15550100, 15550101',
		callNumber: ['88880001'],
		callNumberDefault: byId('88880001'),
		callerPresentDefault: '15550100',
	};
	const made = async (bench: Bench): Promise<string> => {
		const parameters = { resource: 'appSettings', userId: 'user-1' };
		const { body } = await bench.management('../../../CC-Management/v1/openapp/agentsettings/create', {
			userId: parameters.userId,
		});
		return body.id as string;
	};
	const nobody = { run: () => ({ userId: 'nobody' }), message: /does not exist/ };
	return {
		'appSettings/create': {
			run: () => ({ userId: 'user-1' }),
			more: { 'all fields': () => ({ userId: 'user-1', additionalFields: all }) },
			refused: {
				run: async (bench) => {
					await made(bench);
					return { userId: 'user-1' };
				},
				message: /already exists/,
			},
		},
		'appSettings/update': {
			run: async (bench) => ({ settingsId: await made(bench), userId: 'user-1' }),
			more: {
				'all fields': async (bench) => ({ settingsId: await made(bench), userId: 'user-1', updateFields: all }),
			},
			refused: { run: () => ({ settingsId: '1', userId: 'nobody' }), message: /does not exist/ },
		},
		'appSettings/get': {
			run: async (bench) => {
				await made(bench);
				return { userId: 'user-1' };
			},
			refused: nobody,
			gives: { userId: 'user-1' },
		},
		'appSettings/delete': {
			run: async (bench) => {
				await made(bench);
				return { userId: 'user-1' };
			},
			refused: nobody,
			gives: { deleted: true },
		},
	};
}
