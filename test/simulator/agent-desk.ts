import { type Simulator, tenant } from '../../simulator';

/** An agent who is signed in to the gateway, for tests of what agents do together. */

const RESOURCE = '/agentgateway/resource';
/** The first work number of the tenant's agents. */
const FIRST = 101;

export const DONE = { result: {}, message: 'success', retcode: '0' };
export const refusal = (retcode: string): object => ({ retcode, message: expect.any(String) });

export type Told = string | [eventType: string, content: any];

export class Desk {
	private guid = '';

	private constructor(
		private readonly sim: Simulator,
		readonly workNo: string,
	) {}

	/** Signs in, joins all its queues and is told that. */
	static async open(sim: Simulator, workNo: string, wishes: object = {}): Promise<Desk> {
		const desk = new Desk(sim, workNo);
		const { platformPassword } = tenant.agents[Number(workNo) - FIRST];
		const response = await desk.send('PUT', `/onlineagent/${workNo}`, {
			password: platformPassword,
			phonenum: `8800${workNo}`,
			...wishes,
		});
		desk.guid = response.headers.get('guid') ?? '';
		expect((await desk.post(`/onlineagent/${workNo}/resetskill/true`)).retcode).toBe('0');
		await desk.told();
		return desk;
	}

	/** The body of the answer; paths have {} for the work number. */
	async ask(method: string, path: string, body?: unknown): Promise<any> {
		return await (await this.send(method, path.replace('{}', this.workNo), body)).json();
	}

	async post(path: string, body?: unknown): Promise<any> {
		return await this.ask('POST', path, body);
	}

	async put(path: string, body?: unknown): Promise<any> {
		return await this.ask('PUT', path, body);
	}

	async get(path: string): Promise<any> {
		return await this.ask('GET', path);
	}

	/** Whatever is answered, files as well. */
	async fetch(path: string): Promise<Response> {
		return await this.send('GET', path.replace('{}', this.workNo));
	}

	/** Below voicecall. */
	async order(method: string, path: string, body?: unknown): Promise<any> {
		return await this.ask(method, `/voicecall/{}${path}`, body);
	}

	/** Orders something that succeeds. */
	async done(method: string, path: string, body?: unknown): Promise<void> {
		expect(await this.order(method, path, body)).toEqual(DONE);
	}

	/** Every event that the agent has not been told yet: its type, with the content where there is one. */
	async told(): Promise<Told[]> {
		const events: Told[] = [];
		for (let left = this.session().waitingEvents; left > 0; left--) {
			const { event } = await this.get('/agentevent/{}');
			expect(event.workNo).toBe(this.workNo);
			events.push(event.content === null ? event.eventType : [event.eventType, event.content]);
		}
		return events;
	}

	/** The types alone, without their prefixes. */
	async heard(): Promise<string[]> {
		return (await this.told()).map((one) =>
			(typeof one === 'string' ? one : one[0]).replace(/^Agent[A-Za-z]*_/, ''),
		);
	}

	get state(): string {
		return this.session().state;
	}

	private session(): any {
		const { agentSessions } = this.sim.control.state() as any;
		return agentSessions.find((one: any) => one.workNo === this.workNo);
	}

	private async send(method: string, path: string, body?: unknown): Promise<Response> {
		return await fetch(`${this.sim.url}${RESOURCE}${path}`, {
			method,
			headers: { 'content-type': 'application/json; charset=UTF-8', Guid: this.guid },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	}
}
