import type { Codes, Family } from '../catalogue/family';

const VALUES = 'Check the values that were given.';
const FAILED = { means: 'The bot platform failed', remedy: 'Try again later; when it stays so, ask the operator of CEC.' };

/** Table 10-1. */
const general: Codes = {
	'900001': { means: 'The token of the bot platform is missing or has expired', remedy: 'Check account and password in the credential.' },
	'900002': { means: 'The bot platform could not check the token', remedy: 'Check account and password in the credential.' },
	'10000001': FAILED,
	'10000002': { means: 'The bot platform does not accept a value', remedy: VALUES },
	'10000003': { means: 'A value is missing', remedy: VALUES },
	'10000004': { means: 'There is one with this value already', remedy: 'Choose another value.' },
	'10000006': { means: 'An input parameter of the interface is there twice' },
	'10000007': { means: 'An output parameter of the interface is there twice' },
	'10000008': { means: 'A header of the interface is there twice' },
	'20000001': { means: 'What is published cannot be changed', remedy: 'Take it back first.' },
	'20000002': { means: 'There is a flow of this name already', remedy: 'Choose another name.' },
	'20000003': { means: 'Another flow uses this one' },
	'20000004': { means: 'A flow or template uses the variable' },
	'20000005': { means: 'A flow or template uses the variable' },
	'20000006': { means: 'The path of the file does not exist' },
	'20000007': { means: 'The platform could not read the file' },
	'20000008': { means: 'The platform could not save the change' },
	'200800001': { means: 'The account has no password', remedy: 'Set the API password in the console of the bot.' },
	'200800002': { means: 'The password of the account is wrong', remedy: 'Correct the credential before you try again: several wrong passwords lock the account.' },
	'200800003': { means: 'The account is locked', remedy: 'Wait until it is unlocked, or have it unlocked.' },
	'200900002': FAILED,
	'200900003': { means: 'The bot platform does not accept a value', remedy: VALUES },
};

/** Bots: setting them up and talking to them (chapter 10, way in C3). No code, or 0, is success. */
export const bots: Family = {
	name: 'bots',
	title: 'The bot platform of CEC',
	credential: 'huaweiCecBotApi',
	contentType: 'application/json; charset=UTF-8',
	wayIn: [],
	wayInBody: 'authToken',
	envelope: { codes: ['errorCode', 'rtnCode', 'retCode', 'ret'], texts: ['errorMsg', 'errorMessage', 'rtnMsg', 'retMsg'] },
	isSuccess: (code) => code === '' || /^0+$/.test(code),
	expiredCodes: ['900001', '900002'],
	codes: general,
};

/** The dialog (10.5, 10.6) has the token among its own parameters. */
export const botDialogs: Family = { ...bots, wayInBody: 'inparams.auth_token' };

/** What recognizers report (10.22): an account of their own, which may do nothing else, and headers for its token. */
export const recognizers: Family = { ...bots, wayIn: ['userName', 'token'], wayInBody: undefined };
