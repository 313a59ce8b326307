/** Sees to it that CEC gets an answer in its shape and in time, whatever becomes of the workflow. */
import { answerIn, type ChatbotAnswer, type Wanted } from './answer';

/** What is used of the response that n8n hands out. */
export interface HttpResponse {
	statusCode: number;
	headersSent: boolean;
	json(body: unknown): unknown;
	send(body: unknown): unknown;
	status(code: number): HttpResponse;
}

/**
 * Lets n8n answer with what the last node puts out, in the shape of 10.14.2. An error of the workflow, an output that
 * says nothing, and `ms` without an answer become the fallback; what comes later is dropped.
 */
export function answerInTime(response: HttpResponse, ms: number, fallback: ChatbotAnswer, wanted: Wanted = {}): void {
	const { json, send } = response;
	// Unlike a sleep it can be given up, and keeps no process alive.
	const tooLate = AbortSignal.timeout(ms);
	const late = () => answer(undefined);
	let answered = false;
	const answer = (body: unknown) => {
		if (answered) return response;
		answered = true;
		tooLate.removeEventListener('abort', late);
		const found = response.statusCode >= 400 ? undefined : answerIn(body, wanted);
		// The one calls the other.
		Object.assign(response, { json, send });
		response.status(200).json(found ?? fallback);
		// n8n still tries to answer when the workflow ends.
		const nothing = () => response;
		Object.assign(response, { status: nothing, setHeader: nothing, json: nothing, send: nothing, end: nothing });
		return response;
	};
	Object.assign(response, { json: answer, send: answer });
	tooLate.addEventListener('abort', late);
}
