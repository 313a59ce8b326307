import { done } from '../../../cec/catalogue/answer';
import { callbackUrl, choice, constant, file, integer, section, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';
import { VOICES } from '../../../cec/families/voices';

const LANGUAGE = { en_US: 'English', pt_BR: 'Portuguese', th_TH: 'Thai', zh_CN: 'Chinese' };
const MOST_FILE_BYTES = 8 * 1024 * 1024;

const LETTERS_AND_DIGITS = /^[\p{Script=Han}A-Za-z0-9]*$/u;
const auditCallback = callbackUrl(
	'Audit Callback URL',
	'Where CEC posts whether the file passed its audit: the address of the Call Trigger. It must be on the trustlist of CEC for voice files.',
);
const callbackSpelling = {
	printed: 'callbackUrl in the table, callBackUrl in the sample',
	sent: 'callBackUrl',
	why: 'All samples and the public documentation of the vendor say so.',
};

export const voiceFile = resource('voiceFile', 'Voice File', ccManagement, {
	upload: operation('5.4.4', {
		name: 'Upload',
		action: 'Upload a voice file',
		description: 'Upload an announcement for IVR flows, prompts or voice notifications; it can be used after an audit',
		request: 'POST /apiaccess/rest/cc-management/v1/importVoiceFile/upload',
		risk: 'write',
		gapMs: 100,
		body: {
			fileInfo: file('Input Binary Field', 'Name of the binary property that holds the WAV or MP3 file, at most 8 MB')
				.file(MOST_FILE_BYTES, ['wav', 'mp3'])
				.base64()
				.named('binaryProperty')
				.required(),
			fileType: choice(
				'File Type',
				{ mp3: 'MP3', wav: 'WAV' },
				'Best is WAV with A-law, mono, 8 bits, 8000 Hz; anything else is converted and may lose quality',
			)
				.startsAs('wav')
				.required(),
			locale: choice('Language', LANGUAGE).startsAs('zh_CN').required(),
			voiceType: choice('Used For', { 0: 'IVR', 1: 'Prompt Tone', 2: 'Fault Tone', 3: 'Voice Notification' }).asText().required(),
			callBackUrl: auditCallback,
			voiceFileName: text('Name', 'Name of the announcement').max(50).only(LETTERS_AND_DIGITS, 'Chinese characters, letters and digits'),
		},
		answer: done(),
		errata: [
			callbackSpelling,
			{
				printed: '"wav" and "MP3" as formats, no sample of fileType',
				sent: 'wav or mp3',
				why: 'The spelling of the value is not told; lower case is that of the file name extensions.',
			},
			{
				printed: 'the callback names the fileId of the answer, which holds none',
				sent: 'nothing',
				why: 'Match the callback by its file address and time.',
			},
		],
	}),

	createTemplate: operation('5.4.5', {
		name: 'Create Template',
		action: 'Create a text to speech template',
		description: 'Create a text with placeholders that voice notifications speak; it can be used after an audit',
		request: 'POST /apiaccess/rest/cc-management/v1/createVoiceTemplate',
		risk: 'write',
		body: {
			name: text('Name').required().max(50).only(LETTERS_AND_DIGITS, 'Chinese characters, letters and digits'),
			scene: constant('3'),
			voicecontent: section({
				textcontent: text(
					'Text',
					'At most 500 bytes of UTF-8, not starting with a placeholder. Placeholders: ${TXT_32} text up to 32 bytes, ${NUM_6} digits, ${DATE} and ${TIME} with a comma between them.',
				)
					.lines()
					.bytes(500)
					.required(),
				language: choice('Language', LANGUAGE).startsAs('zh_CN').required(),
			}).required(),
			speed: integer('Speed', '0 is normal').between(-200, 500).startsAs(0),
			volume: integer('Volume').between(0, 100).startsAs(50),
			voicename: choice('Voice', VOICES).startsAs('cn_kefuman_common'),
			callBackUrl: auditCallback,
		},
		check: ({ voicecontent }) => {
			const { textcontent = '' } = (voicecontent ?? {}) as { textcontent?: string };
			return textcontent.startsWith('${') ? '"Text" must not start with a placeholder' : undefined;
		},
		answer: done('success', 'templateId'),
		errata: [
			callbackSpelling,
			{
				printed: 'voicename cn_kefuman_cn in the sample, cn_kefuman_common in the table',
				sent: 'cn_kefuman_common',
				why: 'The table lists the values and names this one as the default.',
			},
		],
	}),
});
