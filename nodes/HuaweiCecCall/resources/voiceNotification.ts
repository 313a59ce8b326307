import { done } from '../../../cec/catalogue/answer';
import { choice, integer, pick, rows, rowsOrJson, text, type Fields } from '../../../cec/catalogue/field';
import type { Codes } from '../../../cec/catalogue/family';
import { operation, resource, type Erratum, type Operation, type OperationSpec } from '../../../cec/catalogue/operation';
import { calls } from '../../../cec/families/calls';
import { isRecord } from '../../../cec/formats/paths';
import { call } from './call';
import { callbackSpelling, findCall, phone, priority, releaseCallback, shownToCustomer, untilReleased } from './shared';

/** Characters in the field of the callback address, BASE64 included. */
const LONGEST_CALLBACK = 256;

const sharedCodes: Codes = {
	'1': { means: 'CEC still has an unfinished notification to this number', remedy: 'Try again when that one has ended.' },
	'3': { means: 'CEC made no serial number for the call' },
	'4': { means: 'CEC does not accept the softphone number', remedy: 'Ask the operator of CEC for its rules.' },
	'5': { means: 'CEC does not accept the number to call', remedy: 'Digits only, at most 32.' },
	'6': { means: 'The VDN is not active', remedy: 'Ask the operator of CEC.' },
	'7': {
		means: 'CEC does not accept the displayed number',
		remedy: 'It must be an access code of the tenant, unless the operator allows other numbers.',
	},
	'9': {
		means: 'CEC does not accept the callback address',
		remedy: 'Its host must be on the trustlist of CEC, and it may hold letters, digits and - : . / _ # ? & only.',
	},
	'16': { means: 'The number to call is not on the list of this trial tenant', remedy: 'Have it added by the operator of CEC.' },
	'36': { means: 'CEC does not accept the priority', remedy: 'Give a number from 1 to 9.' },
};

const plainCallback: Erratum = {
	section: '6.2.9',
	printed: 'a plain address in the sample',
	sent: 'the address in BASE64',
	why: '14.2 and 14.3 tell the same interfaces again and ask for BASE64 of UTF-8.',
};

/** What all notifications can be told besides what they say. */
const common: Fields = {
	callerPresent: shownToCustomer,
	callBackUrl: releaseCallback.max(LONGEST_CALLBACK).base64(),
	priority,
};

const value = text('Value', 'At most 32 bytes of UTF-8, without $ { }').required().bytes(32).only(/^[^${}]*$/, 'characters other than $ { }');
const values = rows('Values', 'Value', { value }, 'What to say for the placeholders of the template, in their order. Dates look like 2026/01/31, times like 14:30.')
	.between(1, 10)
	.eachAs((row) => String(row.value));

const part = rows('Play List', 'Part', {
	part: choice('Part', { name: 'Voice File by Name', template: 'Text Template', voice: 'Voice File' })
		.startsAs('voice')
		.notSent()
		.required(),
	voiceId: pick('voiceFiles', 'Voice File').required().when({ part: ['voice'] }),
	voiceFileName: text('Voice File Name').required().when({ part: ['name'] }),
	templateId: pick('voiceTemplates', 'Text Template').required().when({ part: ['template'] }),
	templateParams: values.when({ part: ['template'] }),
}, 'What is played, in this order: up to five voice files and text templates that have passed their audit')
	.required()
	.between(1, 5);

const partInJson = rows('Play List', 'Part', {
	voiceId: text('Voice File'),
	voiceFileName: text('Voice File Name'),
	templateId: text('Text Template'),
	templateParams: values,
})
	.required()
	.between(1, 5);

const create: OperationSpec = {
	name: 'Create',
	action: 'Create a voice notification',
	description: 'Call a number and play voice files and text templates',
	request: 'POST /apiaccess/rest/voiceNotification/v2/createVoiceNotification',
	risk: 'dial',
	body: {
		called: phone('Phone', 'The number to call').required(),
		...rowsOrJson(
			'playList',
			part,
			'List of parts, each like {"voiceId": "1201763136043459597"} or {"templateId": "1226170940666061826", "templateParams": ["3", "Main gate"]}',
			partInJson,
		),
		playTimes: integer('Times', 'How often the list is played').between(1, 5).startsAs(1),
		...common,
	},
	check: ({ playListJson }) => wrongPart(playListJson),
	answer: done('success', 'result.callSerialNo'),
	codes: {
		...sharedCodes,
		'10': { means: 'CEC does not accept the number of times', remedy: 'Give a number from 1 to 5.' },
		'11': { means: 'CEC does not accept the length of the play list', remedy: 'Give one to five parts.' },
		'12': { means: 'A part of the play list names neither a voice file nor a template' },
		'13': { means: 'A value for a template is too long', remedy: 'At most 32 bytes; Chinese characters take three each.' },
		'14': { means: 'A value for a template holds $, { or }', remedy: 'Leave these characters out.' },
		'15': { means: 'CEC does not accept the number of values for a template', remedy: 'Give one to ten.' },
		'17': { means: 'A voice file or template does not exist', remedy: 'Pick it from the list again.' },
		'18': { means: 'A voice file or template is not meant for voice notifications', remedy: 'Upload it with this use.' },
		'19': { means: 'A voice file or template has not been submitted for audit', remedy: 'Submit it in CEC first.' },
		'20': { means: 'A voice file or template is still being audited', remedy: 'Try again when it has passed.' },
		'21': { means: 'A voice file or template did not pass its audit', remedy: 'Use another one.' },
		'22': { means: 'What was given as a template is no text', remedy: 'Give it as a voice file instead.' },
		'23': { means: 'What was given as a voice file is none', remedy: 'Give it as a text template instead.' },
		'24': { means: 'CEC has no data for a voice file or template', remedy: 'Upload it again.' },
		'25': { means: 'A template has another number of placeholders than values were given', remedy: 'Give one value for each placeholder.' },
		'26': { means: 'A value for a date has the wrong format', remedy: 'Write dates like 2026/01/31.' },
		'27': { means: 'A value for a time has the wrong format', remedy: 'Write times like 14:30 or 14:30:30.' },
		'28': { means: 'The template itself is malformed', remedy: 'Create it anew.' },
		'29': { means: 'A value is longer than its placeholder allows', remedy: 'The number in the placeholder is the limit.' },
		'30': { means: 'A value has more bytes than its placeholder allows', remedy: 'The number in the placeholder is the limit in bytes.' },
		'31': { means: 'A value for digits holds something else', remedy: 'Give digits only.' },
		'32': { means: 'A value for digits is longer than nine digits', remedy: 'Split it over two placeholders.' },
		'33': { means: 'There is no voice file of that name', remedy: 'Check the name, or pick the file from the list.' },
		'34': { means: 'The file of that name is no voice file', remedy: 'Give it as a text template instead.' },
		'35': { means: 'A value for a template is empty', remedy: 'Fill it in, or check that its expression gives a value.' },
	},
	doubtfulCodes: ['3'],
	findOut: findCall,
	errata: [
		callbackSpelling,
		{ ...plainCallback, section: '6.2.10' },
		{
			printed: 'voicelId, templatelId, playlist in the samples of 14.3',
			sent: 'voiceId, templateId, playList',
			why: 'The table spells them so; the samples are misread.',
			section: '14.3',
		},
	],
};

const V1_SECTIONS = ['6.2.9', '14.2'];
const V2_SECTIONS = ['6.2.10', '14.3'];

export const voiceNotification = resource('voiceNotification', 'Voice Notification', calls, {
	create: operation(V2_SECTIONS, create),

	createAndWait: operation(V2_SECTIONS, {
		...create,
		name: 'Create and Wait',
		action: 'Create a voice notification and wait for its end',
		description: 'Call a number, play voice files and text templates, and go on when the call has ended; no callback is needed',
		wait: untilReleased((): Operation => call.operations.getState),
	}),

	createFromText: operation(V1_SECTIONS, {
		name: 'Create From Text',
		action: 'Create a voice notification from text',
		description: 'Call a number and say any text, alone or between voice files; needs a speech engine in CEC, but no template',
		request: 'POST /apiaccess/rest/voiceNotification/v1/createVoiceNotification',
		risk: 'dial',
		body: {
			called: phone('Phone', 'The number to call').required(),
			voiceContent: rows('Play List', 'Part', {
				part: choice('Part', { text: 'Text', voice: 'Voice File' }).startsAs('text').notSent().required(),
				text: text('Text', 'Without $ and ~').required().lines().only(/^[^$~]*$/, 'characters other than $ and ~').when({ part: ['text'] }),
				voiceId: pick('voiceFiles', 'Voice File').required().when({ part: ['voice'] }),
			}, 'What is said, in this order; at most 1,000 characters in all')
				.required()
				.eachAs(({ text: words, voiceId }) => (words === undefined ? String(voiceId) : `$${String(words)}$`))
				.joinedBy('~', 1000),
			...common,
		},
		answer: done('success', 'result.callSerialNo'),
		codes: {
			...sharedCodes,
			'2': { means: 'CEC does not accept the call data' },
			'5': { means: 'CEC does not accept the number to call', remedy: 'Digits only, at most 32.' },
			'8': {
				means: 'CEC does not accept what is to be said',
				remedy: 'It is empty, too long, or names a voice file that does not exist.',
			},
		},
		doubtfulCodes: ['3'],
		findOut: findCall,
		errata: [
			callbackSpelling,
			plainCallback,
			{
				printed: 'parts joined by "-" in the sample, by "~" in the text',
				sent: '~',
				why: 'The text explains it and gives three examples; the sample is misread.',
				section: '14.2',
			},
			{
				printed: 'a length of 1024 (6.2.9) and of 1000 (14.2)',
				sent: 'at most 1000 characters',
				why: 'The smaller one is safe with both.',
				section: '6.2.9',
			},
		],
	}),
});

/** What is wrong with parts given as JSON: each must name exactly one thing to play. */
function wrongPart(given: unknown): string | undefined {
	const list = typeof given === 'string' ? parsed(given) : given;
	if (!Array.isArray(list)) return undefined;
	const wrong = list.findIndex(
		(entry) => isRecord(entry) && [entry.voiceId, entry.voiceFileName, entry.templateId].filter((id) => id !== undefined && id !== '').length !== 1,
	);
	return wrong < 0 ? undefined : `"Play List (JSON)": part ${wrong + 1} must have exactly one of voiceId, voiceFileName and templateId`;
}

function parsed(given: string): unknown {
	try {
		return JSON.parse(given) as unknown;
	} catch {
		return undefined;
	}
}
