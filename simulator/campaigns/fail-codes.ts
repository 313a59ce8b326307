/** Table 7-295, and what each code means to the retry policies (the result types under table 7-32). */

export interface FailCode {
	code: string;
	description: string;
	/** 1 busy, 2 no answer, 3 rejected, 4 no such number, 5 switched off, 6 out of area, 7 machine, 8 timeout, 9 failed, 0 other. */
	result: number;
	/** How often it is drawn when nobody scripted the outcome; 0 is never. */
	weight: number;
	/** Customer's phone never rang, so the call is over at once. */
	immediate?: boolean;
	/** Rings for as long as the campaign lets it. */
	ringsOut?: boolean;
	/** Only where a queue of agents answers. */
	agentsOnly?: boolean;
}

export const SUCCESS = '00000';
export const SUCCESS_RESULT = 'OB99999';

export const failCodes: FailCode[] = [
	{ code: '00531', description: 'The called party hangs up.', result: 0, weight: 0 },
	{ code: '00537', description: 'The called party is busy.', result: 1, weight: 6, immediate: true },
	{ code: '00538', description: 'The number does not exist.', result: 4, weight: 2, immediate: true },
	{ code: '00548', description: 'The mobile phone is switched off.', result: 5, weight: 2, immediate: true },
	{
		code: '00549',
		description: 'The mobile phone is out of the service area.',
		result: 6,
		weight: 2,
		immediate: true,
	},
	{ code: '00551', description: 'The user hangs up.', result: 0, weight: 1 },
	{ code: '00601', description: 'The user hangs up before answering.', result: 3, weight: 1 },
	{ code: '00602', description: 'No resource available on the ACD.', result: 9, weight: 0, immediate: true },
	{ code: '00603', description: 'The called party does not answer the call.', result: 2, weight: 8, ringsOut: true },
	{ code: '00604', description: 'The call is rejected.', result: 3, weight: 4 },
	{ code: '00605', description: 'The switch is busy.', result: 9, weight: 0, immediate: true },
	{ code: '00606', description: 'The ACD times out.', result: 9, weight: 0, immediate: true },
	{ code: '00701', description: 'The user hangs up while queuing.', result: 0, weight: 1, agentsOnly: true },
	{ code: '00702', description: 'Queuing times out.', result: 0, weight: 1, agentsOnly: true },
	{ code: '01040', description: 'Ringing times out.', result: 2, weight: 2, ringsOut: true },
	{ code: '01043', description: 'Waiting for the call result times out.', result: 8, weight: 0, ringsOut: true },
	{ code: '01046', description: 'No agent could be occupied.', result: 9, weight: 0, agentsOnly: true },
	{ code: '01048', description: 'System resources are insufficient.', result: 9, weight: 0, immediate: true },
	{ code: '01049', description: 'Call detection times out.', result: 8, weight: 1, ringsOut: true },
	{ code: '34601', description: 'The campaign does not exist.', result: 0, weight: 0, immediate: true },
	{ code: '34605', description: 'The called number is empty.', result: 0, weight: 0, immediate: true },
	{ code: '34606', description: 'The call attempt failed.', result: 9, weight: 1, immediate: true },
	{ code: '34608', description: 'No call result arrived in time.', result: 8, weight: 0, ringsOut: true },
	{ code: '34611', description: 'System error.', result: 9, weight: 0, immediate: true },
];

const byCode = new Map(failCodes.map((entry) => [entry.code, entry]));

/** The table's last line is "others": a system error nobody has named. */
export function failCode(code: string): FailCode {
	return byCode.get(code) ?? { code, description: 'System error.', result: 9, weight: 0, immediate: true };
}
