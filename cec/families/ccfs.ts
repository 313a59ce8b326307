import type { Codes, Family } from '../catalogue/family';

const VALUES = 'CEC names it in its text below.';
const OPERATOR = 'Ask the operator of CEC.';
const NO_FILE = { means: 'There is no such file', remedy: 'Check its name. An index may not be ready yet: try again in a minute.' };
const WRONG_PATH = { means: 'CEC does not accept the path', remedy: 'Check it against the example of the field.' };
const NO_MEDIUM = { means: 'A path of the file server is not set up as it should be', remedy: OPERATOR };
const FAILED = { means: 'The file server of CEC failed', remedy: 'Try again later; when it stays so, ask the operator of CEC.' };
const WRONG_AUDIO = 'WAV with 8 bits, 8000 Hz and one channel is wanted.';

/** Section 13.2.3.1. */
const codes: Codes = {
	'0300001': { means: 'A value is missing', remedy: VALUES },
	'0300002': { means: 'A value is empty', remedy: VALUES },
	'0300003': { means: 'A value is too long', remedy: VALUES },
	'0300004': { means: 'A value has the wrong format', remedy: VALUES },
	'0300005': { means: 'A value is too short', remedy: VALUES },
	'0300006': { means: 'This CEC speaks another version of the interface', remedy: OPERATOR },
	'0300007': { means: 'CEC found no values in the request', remedy: OPERATOR },
	'0300008': { means: 'CEC has too many downloads at once', remedy: 'Lower "Items at Once" or "Requests per Second" in Options, or try later.' },
	'0300009': { means: 'CEC has too many queries at once', remedy: 'Lower "Requests per Second" in Options, or try later.' },
	'0300010': { means: 'The day in the path is none', remedy: 'Take the path as the index has it.' },
	'0300011': NO_FILE,
	'0300012': { means: 'CEC found nothing with these values', remedy: 'Check them. An index may not be ready yet: try again in a minute.' },
	'0300013': { means: 'The end is before the beginning', remedy: '"From" must be before "To".' },
	'0300014': { means: 'The span of time is too long', remedy: 'CEC takes at most three days.' },
	'0300015': NO_MEDIUM,
	'0300016': { means: 'The time lies in the future', remedy: 'CEC names it in its text below. Check "Time Zone" in Options, too.' },
	'0300017': { means: 'Several call centers have such a recording', remedy: 'Give "Call Center ID" as well.' },
	'0300018': { means: 'The recording belongs to another access key', remedy: 'Use the credential of its tenant.' },
	'0300019': { means: 'Neither call nor file was named', remedy: 'Give one of them.' },
	'0300020': { means: 'CEC found several recordings where one was wanted', remedy: 'Narrow the values that were given.' },
	'0300021': { means: 'The path does not belong to this tenant or node', remedy: 'Take the path as the index has it, and the credential of its tenant.' },
	'0300022': { means: 'A value holds characters that CEC does not allow', remedy: VALUES },
	'0300023': { means: 'Voicemails lie in another folder', remedy: 'Ask the operator of CEC which folder follows the VDN in their paths.' },
	'0300024': WRONG_PATH,
	'0300025': FAILED,
	'0300026': { means: 'The access key may not see this tenant', remedy: 'Check tenant space and VDN ID.' },
	'0300027': { means: 'A value is empty', remedy: VALUES },
	'0300028': { means: 'CEC does not accept a value', remedy: VALUES },
	'0300029': NO_FILE,
	'0300030': FAILED,
	'0300031': { means: 'The path is too long or too short', remedy: 'Take the path as the record of the conversation has it.' },
	'0300032': WRONG_PATH,
	'0300033': { means: 'This CEC has several nodes, and none was named', remedy: 'Give "Location ID".' },
	'0300034': { means: 'CEC could not tell the tenant', remedy: OPERATOR },
	'0300035': { means: 'The file is no WAV file', remedy: WRONG_AUDIO },
	'0300036': { means: 'The file has more than one channel', remedy: WRONG_AUDIO },
	'0300037': { means: 'The file has not 8 bits a sample', remedy: WRONG_AUDIO },
	'0300038': { means: 'The file has not 8000 samples a second', remedy: WRONG_AUDIO },
	'0300039': { means: 'CEC could not read the format of the file', remedy: WRONG_AUDIO },
	'0300040': { means: 'Some copies of the file could not be deleted', remedy: OPERATOR },
	'0300041': { means: 'The file is larger than CEC allows', remedy: 'The limit is 5 MB unless the operator has changed it.' },
	'0300042': NO_MEDIUM,
	'0300043': NO_MEDIUM,
	'0300044': { means: 'The folder holds several files', remedy: 'Give the whole path of the file.' },
	'0300045': { means: 'CEC could not pack the recordings', remedy: 'Download them one by one, by their files.' },
	'0300046': NO_MEDIUM,
	'0300047': { means: 'CEC could not hand the recording to its storage', remedy: 'Try again later, or ask the operator of CEC.' },
	'0300048': NO_MEDIUM,
	'0300049': NO_MEDIUM,
	'010106': { means: 'The token is missing', remedy: 'Ask for one with "Get Playback Token".' },
	'HTTP 403': {
		means: 'CEC does not let this server in (HTTP 403)',
		remedy: 'After several wrong signatures it locks the address for a while: check access key and secret key before you try again. The address may also be missing on the allow list.',
	},
};

/** Call records, recordings and other files of the file server CC-FS (chapter 13.2, way in C2). */
export const ccfs: Family = {
	name: 'ccfs',
	title: 'The file server of CEC',
	credential: 'huaweiCecSignatureApi',
	contentType: 'application/json; charset=UTF-8',
	wayIn: ['Authorization'],
	envelope: { codes: ['resultCode'], texts: ['resultDesc', 'message'] },
	/** The second one is that of the monitoring service, which stands beside it. */
	isSuccess: (code) => code === '0' || code === '0100000',
	nothingDoneCodes: ['0300008', '0300009'],
	codes,
};
