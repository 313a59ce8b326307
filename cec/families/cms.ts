import type { Family } from '../catalogue/family';

/**
 * Monitoring and statistics (12.3, way in C2). Success is 0100000, or 0 in some samples of 12.3.6; `resultDesc` is then
 * the payload, and the reason otherwise. `result` and `resultDatas` repeat the same for old clients.
 */
export const cms: Family = {
	name: 'cms',
	title: 'CEC',
	credential: 'huaweiCecSignatureApi',
	contentType: 'application/json; charset=UTF-8',
	wayIn: ['Authorization'],
	envelope: { codes: ['resultCode', 'returnCode'], texts: ['resultDesc', 'description', 'returnDesc'] },
	isSuccess: (code) => code === '0100000' || code === '0',
	// In counts, times and IDs of calls.
	placeholders: new Set<unknown>([4_294_967_295, 4_294_967_295_000, '4294967295', '4294967295-4294967295']),
	codes: {
		'0100001': { means: 'CEC could not do this', remedy: 'Check the IDs that were given, and whether they belong to the VDN of the credential.' },
		'0100002': { means: 'CEC does not accept a value', remedy: 'Check the values that were given, and call center ID and VDN ID in the credential.' },
		'0100003': { means: 'The platform of this CEC is too old for this', remedy: 'It takes CTI V3R8 or newer; this one is V3R6. Ask the operator of CEC.' },
		'0100999': { means: 'CEC failed', remedy: 'Try again later.' },
		'0101001': { means: 'CEC could not work with the groups of quality inspection', remedy: 'Check the groups and agents that were given.' },
		'0101002': { means: 'The number does not exist on the switch', remedy: 'Check the number.' },
		'0101003': { means: 'The keys may not do this', remedy: 'Some queries take keys of the operator instead of those of a tenant space. Ask the operator of CEC.' },
	},
};

/** Interfaces from before 8.13, which have the old pair of `result` and `resultDatas` alone. */
export const oldCms: Family = { ...cms, name: 'oldCms', envelope: { codes: ['result', 'resultCode'], texts: ['resultDesc', 'resultDatas'] } };

/** The two interfaces of groups that answer as the gateway does (12.3.4.10 and 12.3.4.11), with codes of their own. */
export const groupCms: Family = {
	...cms,
	name: 'groupCms',
	envelope: { codes: ['retcode'], texts: ['message'] },
	isSuccess: (code) => code === '0',
	codes: {
		'1': { means: 'CEC does not accept a value, or failed', remedy: 'Check the values that were given.' },
		'300-010': { means: 'Call center and VDN do not belong together', remedy: 'Check call center ID and VDN ID in the credential.' },
		'300-016': { means: 'The VDN has no such agent', remedy: 'Pick the agent from the list. Try again in a minute if it is new.' },
		'300-017': { means: 'There is a group of this name already', remedy: 'Choose another name, or the group itself.' },
		'300-018': { means: 'The name of the group is empty', remedy: 'Give a name.' },
		'300-019': { means: 'The group does not exist', remedy: 'Pick the group from the list again; it may have been deleted.' },
	},
};
