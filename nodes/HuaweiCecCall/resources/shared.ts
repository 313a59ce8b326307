/** Fields and texts that the resources of calls share. */
import { readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { callbackUrl, integer, pick, text } from '../../../cec/catalogue/field';
import type { Erratum, Operation, Waiting } from '../../../cec/catalogue/operation';

export const CALL_STATE = { 0: 'Waiting', 1: 'Calling', 2: 'Talking', 3: 'Ended' };
const ENDED = '3';

export const phone = (label: string, hint?: string) => text(label, hint).max(32);

export const callNumber = text('Call Serial Number', 'From the operation that made the call, or from its callback').required().max(50);

export const shownToCustomer = pick(
	'accessCodes',
	'Displayed to Customer',
	'The number that the customer sees: an access code of the tenant, or any number of 11 to 14 digits where the operator allows it. An access code of the tenant when left empty.',
);

export const callData = text('Call Data', 'Travels with the call and comes back in callbacks and records').max(1024).lines();

export const releaseCallback = callbackUrl(
	'Release Callback URL',
	'Where the end of the call is posted: the address of the Call Trigger. It must be on the trustlist of CEC for mobile customer service callbacks.',
);

export const priority = integer('Priority', 'Order of notifications that wait; 1 comes first').between(1, 9).startsAs(9).asText();

export const callbackSpelling: Erratum = {
	printed: 'callbackUrl in the table, callBackUrl in samples and texts',
	sent: 'callBackUrl',
	why: 'All samples and the public documentation of the vendor say so.',
};

/** A call may be on its way although no answer, or an unclear one, came back. */
export const findCall =
	'Look with Call > Get Many for a call to this number in the last minutes before you make it again.';

export const noNumber: Erratum = {
	printed: 'a sample of success without result.callSerialNo',
	sent: 'nothing',
	why: 'The item then lacks callSerialNo; the call is found with Call > Get Many.',
};

/** Waits for the end of a call by asking for its state. */
export const untilReleased = (ask: () => Operation): Waiting => ({
	what: (answer) => `The call ${String(serialOf(answer) ?? '')}`.trim(),
	ask,
	given: (_values, answer) => {
		const callSerialNo = serialOf(answer);
		return callSerialNo === undefined ? undefined : { callSerialNo: String(callSerialNo) };
	},
	read: ({ state }) => ({ state: String(state) === ENDED ? 'done' : 'running' }),
	everyMs: 2000,
	minutes: 15,
	endedAs: 'released',
	together: true,
});

/** Milliseconds since 1970 as ISO times beside them. */
export const times = (names: Record<string, string>): DerivedFields =>
	Object.fromEntries(Object.entries(names).map(([name, from]) => [name, timeOf(from, 'epochMillis')]));

/** Durations come as texts or numbers. */
export const seconds = (from: string) => readAs(from, (value) => (/^\d+$/.test(String(value)) ? Number(value) : undefined));

function serialOf({ result }: Record<string, unknown>): unknown {
	const found = (result as { callSerialNo?: unknown } | null | undefined)?.callSerialNo;
	return found === null || found === '' ? undefined : found;
}
