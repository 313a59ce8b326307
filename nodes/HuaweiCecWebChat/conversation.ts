/**
 * Conversations as users think of them: a message is sent, and whoever is not connected yet is connected first; what came
 * is one item. Nothing is kept between two messages but what CEC keeps: any process can take the next one.
 */
import type { Operation, Procedure, Steps } from '../../cec/catalogue/operation';
import { at } from '../../cec/formats/paths';
import { chatStep, isSaved } from './resources/chatStep';
import { file } from './resources/file';

type Json = Record<string, unknown>;

const { connect, disconnect, poll, sendFile, sendText } = chatStep.operations;

const OUT_OF_HOURS = '12';
const OUTCOMES: Record<string, string> = { 0: 'sent', 11: 'queueing' };
/** How CEC says that there is no conversation, or none any more. */
const NO_CONVERSATION = /session keep touch failed/i;
const POLL_EVERY_MS = 1000;

/** Endings under which files are known, and what CEC calls them. */
const FILE_TYPES: Record<string, string> = { aac: 'aac', bmp: 'bpm', bpm: 'bpm', csv: 'csv', jpeg: 'jpg', jpg: 'jpg', mp3: 'mp3', mp4: 'mp4', png: 'png', txt: 'txt' };
const KINDS: Record<string, string> = { aac: 'AUDIO', bpm: 'IMAGE', jpg: 'IMAGE', mp3: 'AUDIO', mp4: 'VIDEO', png: 'IMAGE' };

/** Sends what the customer writes, and collects the answer where somebody waits for it. */
export const sendMessage: Procedure = async (steps, values) => {
	const messages: Json[] = [];
	const outcome = await steps.inTurn(keyOf(values), async () => await send(steps, values, messages));
	const about = { userId: values.userId, channelId: values.channelId, outcome, sent: outcome === 'sent' || outcome === 'queueing' };
	if (!about.sent || secondsToWait(values) === 0) return about;
	// The message is sent, whatever becomes of the answer: an error would have it sent again.
	const isComplete = await collect(steps, values, messages, isReply).then(
		() => true,
		() => false,
	);
	return { ...about, ...told(messages), ...(!isComplete && { incomplete: true }) };
};

/** What has come for the customer; waits for something where nothing has. */
export const getMessages: Procedure = async (steps, values) => {
	const messages: Json[] = [];
	await collect(steps, values, messages, () => true);
	return { userId: values.userId, channelId: values.channelId, ...told(messages) };
};

/** Ends the conversation; one that is over already is no error. */
export const end: Procedure = async (steps, values) => {
	const answer = await steps.ask(unlessConnected(disconnect), sender(values));
	return { userId: values.userId, channelId: values.channelId, ended: true, wasConnected: !isNotConnected(answer) };
};

/** What is wrong with the file that is to be sent. */
export const checkFile = ({ kind, file: given, fileType }: Json): string | undefined =>
	kind !== 'file' || fileType || typeOf(given) ? undefined : `CEC does not take such a file: its name must end with ${Object.keys(FILE_TYPES).join(', ')}, or choose "File Type"`;

async function send(steps: Steps, values: Json, messages: Json[]): Promise<string> {
	const [step, content] = await messageOf(steps, values);
	if (values.connect !== 'first') {
		const answer = await steps.ask(values.connect === 'never' ? step : unlessConnected(step), content);
		if (!isNotConnected(answer)) return outcomeOf(answer);
	}
	const connected = await steps.ask(connect, { ...sender(values), transData: values.transData });
	if (String(connected.resultCode) === OUT_OF_HOURS && !isSaved(connected)) return 'outOfHours';
	// What a bot greets with is no answer to what is sent now.
	if (secondsToWait(values) > 0) await pollOnce(steps, values).then((greeting) => messages.push(...greeting), () => undefined);
	return outcomeOf(await steps.ask(step, content));
}

/** The step that sends the message, and its values; a file has to be uploaded before. */
async function messageOf(steps: Steps, values: Json): Promise<[Operation, Json]> {
	if (values.kind !== 'file') return [sendText, { ...sender(values), content: values.message }];
	const fileType = String(values.fileType ?? typeOf(values.file));
	const { objectKey } = await steps.ask(file.operations.upload, { ...customerIn(values), fileType, fileStream: values.file });
	return [sendFile, { ...sender(values), mediaType: KINDS[fileType] ?? 'FILE', content: `${String(objectKey)},${fileType}` }];
}

/** The same step, to which that there is no conversation is an answer. */
const unlessConnected = (step: Operation): Operation => ({
	...step,
	success: (answer) => step.success?.(answer) === true || isNotConnected(answer),
});

/** A message that is kept for later has been taken although nobody is connected. */
const isNotConnected = (answer: Json): boolean =>
	String(answer.resultCode) !== '0' && NO_CONVERSATION.test(String(answer.resultDesc)) && !isSaved(answer);

const outcomeOf = (answer: Json): string => (isSaved(answer) ? 'savedForLater' : (OUTCOMES[String(answer.resultCode)] ?? 'sent'));

/** Polls until there is a message that was waited for, or the time is over. */
async function collect(steps: Steps, values: Json, messages: Json[], isAwaited: (message: Json) => boolean): Promise<void> {
	const until = steps.now() + secondsToWait(values) * 1000;
	for (;;) {
		const come = await pollOnce(steps, values);
		messages.push(...come);
		if (come.some(isAwaited) || come.some(hasEnded) || steps.now() >= until) return;
		await steps.sleep(POLL_EVERY_MS);
	}
}

const pollOnce = async (steps: Steps, values: Json): Promise<Json[]> => await steps.itemsOf(poll, { ...customerIn(values), receiverId: values.userId });

const secondsToWait = ({ waitSeconds }: Json): number => Number(waitSeconds ?? 0);

const hasEnded = ({ ended }: Json): boolean => ended === true;
/** CEC may leave the kind of a message out. */
const isChat = ({ controlType }: Json): boolean => (controlType ?? 'CHAT') === 'CHAT';
const isReply = (message: Json): boolean => isChat(message) && (message.sourceType === 'AGENT' || message.sourceType === 'ROBOT');

function told(messages: Json[]): Json {
	const texts = messages.filter((message) => isChat(message) && message.mediaType === 'TEXT');
	return {
		// What n8n's chat shows.
		output: texts.map(({ content }) => content).join('\n\n'),
		messages,
		files: messages.filter(({ fileId }) => fileId !== undefined).map(fileIn),
		ended: messages.some(hasEnded),
	};
}

const fileIn = ({ fileId, mediaFileType, contentType }: Json): Json => ({ fileId, fileType: mediaFileType, fromLibrary: String(contentType) !== '1' });

const customerIn = ({ userId, channelId, userName, locale }: Json): Json => ({ userId, channelId, userName, locale });
const sender = (values: Json): Json => ({ ...customerIn(values), from: values.userId, to: values.channelId });

/** What is sent for one customer goes out one after the other. */
const keyOf = ({ userId, channelId }: Json): string => `chat ${String(channelId)} ${String(userId)}`;

const typeOf = (given: unknown): string | undefined => FILE_TYPES[String(at(given, 'name')).split('.').pop()?.toLowerCase() ?? ''];
