import type { IDataObject } from 'n8n-workflow';

import type { Waiting } from '../catalogue/operation';
import { largestPage } from '../catalogue/paging';
import { at } from '../formats/paths';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rowsOf, simplify, type Json } from '../request/readAnswer';
import { explain } from '../transport/explain';
import { CecError } from '../transport/failure';
import type { Run } from './run';

/**
 * Asks until what was begun has ended, and returns what CEC tells of it. Throws InputProblem when it failed, takes
 * too long, or its end cannot be seen; each says what was begun, so that nobody begins it again.
 */
export async function waitUntilDone(
	run: Run,
	waiting: Waiting,
	values: Values,
	answer: Json,
	around: Surroundings,
	item: number,
): Promise<Json> {
	const { client, context, operation } = run;
	const minutes = Number(context.getNodeParameter('waitMinutes', item, waiting.minutes));
	const deadline = client.now() + minutes * 60_000;
	const what = waiting.what(answer);
	const given = waiting.given(values, answer);
	if (!given) throw new InputProblem(`${what} was begun, but CEC gave no number to ask for its end`, operation.findOut);
	for (;;) {
		const { row, told } = await look(run, waiting, given, around).catch((error: unknown) => {
			if (isPending(waiting, error)) return { row: undefined, told: undefined };
			throw unseen(what, error, given);
		});
		const { state, reason } = row ? waiting.read(row) : { state: 'running' as const, reason: undefined };
		if (state === 'done') return { ...told, ...ended(waiting, true) };
		if (state === 'failed') {
			throw new InputProblem(`${what} failed${reason ? `: ${reason}` : ''}`, waiting.remedy, given);
		}
		if (client.now() >= deadline) {
			if (waiting.endedAs) return { ...told, ...ended(waiting, false) };
			throw new InputProblem(
				`${what} was not done after ${minutes} minutes`,
				'It goes on in CEC. Raise "Wait at Most", or ask for its state later.',
				given,
			);
		}
		await client.sleep(waiting.everyMs);
	}
}

/** What CEC tells now: as it came, and in plain words. */
async function look(
	{ client }: Pick<Run, 'client'>,
	waiting: Waiting,
	given: Values,
	around: Surroundings,
): Promise<{ row?: Json; told?: IDataObject }> {
	const ask = waiting.ask();
	const { page } = ask;
	const request = buildRequest(ask, given, around);
	const body = page?.in === 'body' ? { ...request.body, [page.size]: largestPage(page, given), [page.position]: page.first } : request.body;
	const reply = await client.ask(ask, { ...request, body });
	const row = rowsOf(ask.answer.path ? at(reply, ask.answer.path) : reply)[0] as Json | undefined;
	return { row, told: simplify(ask, reply, around)[0] as IDataObject | undefined };
}

function isPending({ pendingCodes }: Waiting, error: unknown): boolean {
	return error instanceof CecError && error.failure.code !== undefined && pendingCodes?.includes(error.failure.code) === true;
}

function ended({ endedAs }: Waiting, inTime: boolean): Json {
	return endedAs ? { [endedAs]: inTime } : {};
}

function unseen(what: string, error: unknown, about: object): unknown {
	if (!(error instanceof CecError)) return error;
	const { message, description } = explain(error.operation, error.failure);
	return new InputProblem(
		`${what} was begun, but its end could not be seen: ${message}`,
		`Do not begin it again; ask for its state later. ${description}`,
		about,
	);
}
