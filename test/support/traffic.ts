import http from 'node:http';

/** Counts the requests of this process that have not been answered yet, so that tests need not guess how long answers take. */
export function countRequests(): { readonly underWay: number } {
	const count = { underWay: 0 };
	const { request } = http;
	jest.spyOn(http, 'request').mockImplementation(((...given: Parameters<typeof request>) => {
		const sent = request(...given);
		count.underWay += 1;
		sent.once('close', () => (count.underWay -= 1));
		return sent;
	}) as typeof request);
	return count;
}
