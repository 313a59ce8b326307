import { done, fileIn } from '../../../cec/catalogue/answer';
import { choice, decimal, integer, rows, rowsOrJson, secret, section, text, yesNo } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { bots, recognizers } from '../../../cec/families/bots';
import { VOICES } from '../../../cec/families/voices';
import { tenant } from './shared';

const NOT_OF_THE_TASK = {
	means: 'The service token is not the one of this task, or no longer',
	remedy: 'Take token and task from the same request for recognition.',
};

const SPEAKERS = { 0: 'Customer', 1: 'Agent', 2: 'Other' };

const start = integer('Start', 'Milliseconds from the beginning').min(0).startsAs(0);
const end = integer('End', 'Milliseconds from the beginning').min(0).startsAs(0);

/** A share from 0 to 1. */
const confidence = decimal('Confidence', 'From 0 to 1').between(0, 1).startsAs(0);

/** Texts that are spoken, and speech that others have recognized. */
export const speech = resource('speech', 'Speech', bots, {
	synthesize: operation('10.21', {
		name: 'Synthesize',
		action: 'Turn a text into speech',
		description: 'Speak a text into a WAV file',
		request: 'POST /oifde/rest/api/tts/texttovoice',
		risk: 'read',
		timeoutS: 300,
		body: {
			...tenant,
			text: text('Text', 'A long one takes long').lines().required(),
			config: section({
				voiceName: choice('Voice', VOICES).required(),
				pitch: integer('Pitch', 'From -500 (low) to 500 (high)').between(-500, 500).startsAs(0).asText(),
				volume: integer('Volume', 'From 0 to 100').between(0, 100).startsAs(50).asText(),
				speed: integer('Speed', 'From -500 (slow) to 500 (fast)').between(-500, 500).startsAs(0).asText(),
			}).required(),
		},
		answer: fileIn('data', 'voiceData', () => 'speech'),
		errata: [{ printed: 'sampleRate int in the table, a text in the sample', sent: 'read as it comes', why: 'They contradict each other.' }],
	}),

	handInSentence: operation('10.12', {
		name: 'Hand In Sentence',
		action: 'Hand in a recognized sentence',
		description: 'Tell a bot what a customer says, as a recorder or recognizer that captures the conversation',
		request: 'POST /oifde/rest/api/flow/asrrecognizeresult',
		risk: 'write',
		open: true,
		body: {
			serviceToken: secret('Service Token', 'From the request (transfertoasr) with which the platform asked for recognition').required(),
			taskID: text('Task ID', 'The ID of the captured conversation').required(),
			respType: choice('Kind', { NormalResult: ['Normal Result', 'The sentence is over'], StartSpeech: ['Start of Speech', 'The customer has begun to speak'] })
				.startsAs('StartSpeech')
				.required(),
			sentence: section({
				text: text('Text').lines().urlEncoded().required(),
				isFinal: yesNo('Final', 'Whether the text is final; the recognizer may still change it otherwise').startsAs(true).required(),
				confidence: confidence.called('Confidence', 'From 0 to 1; 0 while the text is not final').required(),
				st: start.named('start').required(),
				et: end.named('end').required(),
			}).required(),
			subCCID: text('Call Center ID'),
			speakerID: choice('Speaker', SPEAKERS, 'The customer when this is not set').asText(),
			analysis: section({
				emotions: rows(
					'Emotions',
					'Emotion',
					{ st: start.required(), et: end.required(), c: confidence.required(), e: text('Emotion') },
					'A list such as [{ "st": 0, "et": 900, "c": 0.8, "e": "HAPPY" }]; usual ones are ANGRY, DISGUSTED, HAPPY and SAD',
				).typedAsJson(),
				avgVol: integer('Average Volume'),
				maxVol: integer('Highest Volume'),
				speed: integer('Speed', 'How fast the sentence was spoken').named('speakingSpeed'),
			}),
		},
		answer: done(),
		codes: { '900001': NOT_OF_THE_TASK, '900002': NOT_OF_THE_TASK },
		notice: 'For makers of recorders and recognizers. Needs a captured conversation and the service token of its request.',
		errata: [{ printed: 'taskID in the table, taskId in the sample', sent: 'taskID', why: 'The table has it.' }],
	}),

	handInTranscript: operation('10.22', {
		name: 'Hand In Transcript',
		action: 'Hand in the transcript of a recording',
		description: 'Give CEC the text of a recording that it had sent to a recognizer',
		request: 'POST /oifde/rest/sysapi/asrcallback',
		risk: 'write',
		family: recognizers,
		body: {
			body: section({
				state: section({
					success: yesNo('Recognized', 'Whether the recording could be transcribed').startsAs(true).required(),
					code: text('Result Code', 'Of the recognizer').startsAs('0').required(),
				}).required(),
				body: section({
					aid: text('Recording ID', 'As CEC gave it with the recording').named('recordingId').required(),
					...rowsOrJson(
						'lattices',
						rows('Pieces', 'Piece', {
							lid: integer('Number', 'Place among the pieces; the first is 0').min(0).startsAs(0).required(),
							begin: start.required(),
							end: end.required(),
							onebest: text('Text').required(),
							spk: integer('Speaker', 'Number of the speaker in the recording').min(0).startsAs(0).required(),
						})
							.shown()
							.orEmpty(),
						'A list such as [{ "lid": 0, "begin": 0, "end": 900, "onebest": "Hello?", "spk": 0 }]',
					),
				}).required(),
			}).required(),
		},
		answer: done(),
		notice: 'For makers of recognizers. Needs a credential with the account "Recognition System", which can do nothing else.',
		errata: [{ printed: 'state.code a text in the table, a number in the sample', sent: 'a text', why: 'So the table.' }],
	}),
});
