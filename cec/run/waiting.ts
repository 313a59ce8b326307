import type { Waiting } from '../catalogue/operation';
import { largestPage } from '../catalogue/paging';
import { at } from '../formats/paths';
import { buildRequest } from '../request/build';
import type { Surroundings, Values } from '../request/encode';
import { InputProblem } from '../request/problem';
import { rowsOf, type Json } from '../request/readAnswer';
import type { Run } from './run';

/** Asks until the job is done and returns what CEC tells of it; throws InputProblem when it failed or takes too long. */
export async function waitUntilDone(
	{ client }: Pick<Run, 'client'>,
	waiting: Waiting,
	values: Values,
	answer: Json,
	around: Surroundings,
	minutes: number,
): Promise<Json> {
	const ask = waiting.ask();
	const deadline = client.now() + minutes * 60_000;
	const given = waiting.given(values, answer);
	const { page } = ask;
	for (;;) {
		const request = buildRequest(ask, given, around);
		const body = page?.in === 'body' ? { ...request.body, [page.size]: largestPage(page, given), [page.position]: page.first } : request.body;
		const reply = await client.ask(ask, { ...request, body });
		const row = rowsOf(ask.answer.path ? at(reply, ask.answer.path) : reply)[0] as Json | undefined;
		const { state, reason } = row ? waiting.read(row) : { state: 'running' as const, reason: undefined };
		if (state === 'done') return row as Json;
		if (state === 'failed') {
			throw new InputProblem(`CEC could not finish the job${reason ? `: ${reason}` : ''}`, 'Mend the file and import it again.');
		}
		if (client.now() >= deadline) {
			throw new InputProblem(
				`The job was not done after ${minutes} minutes`,
				'It goes on in CEC. Raise "Wait at Most", or ask for its state later.',
			);
		}
		await client.sleep(waiting.everyMs);
	}
}
