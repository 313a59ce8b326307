import type { BotInterface } from './bot-interface';

/** 10.23: HTTP 200 and nothing else, for anybody who asks. */
export const health: BotInterface[] = (['GET', 'POST'] as const).map((method) => ({
	section: '10.23',
	method,
	path: '/oifde/rest/api/servicemonitor',
	way: 'itself',
	refusal: 'status',
	handle: () => '',
}));
