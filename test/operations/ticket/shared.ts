/** Who and what there is in the simulated tickets. */
import { byId, type Bench } from '../../support/bench';
import type { Parameters } from '../case';

const user = (number: number) => `10gg000000000000000${number}`;
export const [ONE, TWO, MANAGER, CLIENT] = [user(1), user(2), user(3), user(9)];
export const [ALEX, SAM] = ['cily0000000000000001', 'cily0000000000000002'];
export const [FAULT, COMPLAINT] = ['cvmC0000000000000001', 'cvmC0000000000000002'];

export const GONE = byId('c6m80000000000009999');
export const NO_SUCH = /^CEC refused: The (case|task|case type) \S+ does not exist\.$/;

interface Known {
	id: string;
	title: string;
	status: string;
	custom: Record<string, string>;
}

export interface TicketState {
	cases: Known[];
	tasks: Known[];
}

export const ticketState = (bench: Bench): TicketState => (bench.state as unknown as { tickets: TicketState }).tickets;

/** A fault that agent.one works on. */
export const fault = (bench: Bench) => byId(ticketState(bench).cases[0].id);

const TOKEN = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A request to tickets that this package has no part in. */
export async function asTickets(bench: Bench, path: string, body: object): Promise<Record<string, string>> {
	const { clientId, clientSecret } = bench.tenant.ticketClient;
	const form = `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`;
	const asked = await fetch(`${bench.sim.url}/baas/auth/v1.0/oauth2/token`, { method: 'POST', headers: TOKEN, body: form });
	const { access_token: token } = (await asked.json()) as { access_token: string };
	const response = await fetch(`${bench.sim.url}/service/AICC__Case/1.0.0/openapi/${path}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', 'access-token': token },
		body: JSON.stringify(body),
	});
	const answer = (await response.json()) as { resCode: string; result: Record<string, string> };
	if (answer.resCode !== '0') throw new Error(`Preparing failed: ${JSON.stringify(answer)}`);
	return answer.result;
}

export const MODEL = 'AICC__deviceModel__CST';
export const LINE = 'AICC__lineNumber__CST';

/** What the editor stores for mapped fields. */
export const mapped = (value: object | null, keys = [MODEL, LINE]) => ({
	mappingMode: value ? 'defineBelow' : 'autoMapInputData',
	value,
	matchingColumns: [],
	schema: keys.map((id) => ({ id, displayName: id, type: 'string', required: false, defaultMatch: false, display: true })),
	attemptToConvertTypes: false,
	convertFieldsToString: false,
});

export const inFields: Parameters = { customFieldsInput: 'fields', customFields: mapped({ [MODEL]: 'R-100', [LINE]: null }) };
export const inJson: Parameters = { customFieldsInput: 'json', customFieldsJson: JSON.stringify({ [LINE]: '15550101' }) };
/** Where the request does not name the type itself. */
export const inFieldsOfType: Parameters = { ...inFields, ticketTypeId: byId(FAULT) };
