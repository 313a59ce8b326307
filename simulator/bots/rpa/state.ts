import { codes, refuse, unknown } from '../codes';
import type { World } from '../../world';

/** Robots that work off queues (10.20). All of it is invented. */

export type JobStatus = 'init' | 'running' | 'suspend' | 'success';
export type ItemStatus = 'init' | 'processing' | 'success' | 'failed';

export interface Job {
	uid: string;
	jobName: string;
	createTime: number;
	startTime?: number;
	status: JobStatus;
	mode: 'once' | 'repeat' | 'queueTrigger';
	timeout: number;
	description: string | null;
	queueUid?: string;
	recentTaskStatus?: ItemStatus;
}

export interface Queue {
	queueUid: string;
	queueName: string;
}

export interface Item {
	id: number;
	uid: string;
	queueUid: string;
	createTime: number;
	expectStartTime?: number;
	expectEndTime?: number;
	status: ItemStatus;
	priority: string;
	tag?: string;
	inputJsonData?: string;
	outputJsonData?: string;
	failedReason?: string;
	failedReasonDetail?: string;
	description?: string;
	progress?: number;
}

export type ItemGiven = Pick<
	Item,
	'queueUid' | 'priority' | 'tag' | 'inputJsonData' | 'expectStartTime' | 'expectEndTime' | 'description'
>;

/** How long an item waits for a robot, and how long the robot takes. */
const WAIT_MS = 5_000;
const WORK_MS = 10_000;

export class Rpa {
	readonly jobs: Job[];
	readonly items: Item[] = [];
	readonly queues: Queue[] = [
		{ queueUid: '00019cad3dd5c71d4696b209d7024fa04d01', queueName: 'Create tickets' },
		{ queueUid: '00019cad3dd5c71d4696b209d7024fa04d02', queueName: 'Check addresses' },
	];

	constructor(private readonly world: World) {
		const createTime = world.clock.now() - 24 * 3600 * 1000;
		const job = (uid: string, jobName: string, status: JobStatus, more: Partial<Job>): Job => ({
			uid: `0c9358552188478a8d5ff9203db879${uid}`,
			jobName,
			createTime,
			status,
			mode: 'once',
			timeout: 120,
			description: null,
			...more,
		});
		const [tickets, addresses] = this.queues;
		this.jobs = [
			job('01', 'Tickets', 'running', {
				mode: 'queueTrigger',
				startTime: createTime,
				queueUid: tickets.queueUid,
			}),
			job('02', 'Addresses', 'suspend', { mode: 'queueTrigger', queueUid: addresses.queueUid }),
			job('03', 'Monthly report', 'success', { startTime: createTime, recentTaskStatus: 'success' }),
			job('04', 'Clean up', 'init', { mode: 'repeat', description: 'Every night' }),
		];
	}

	queue(queueUid: string): Queue {
		return this.queues.find((one) => one.queueUid === queueUid) ?? unknown('queueUid');
	}

	/** A robot takes it when one serves the queue, not before it is due. */
	add(given: ItemGiven): Item {
		this.queue(given.queueUid);
		const { tag, queueUid } = given;
		if (tag !== undefined && this.items.some((one) => one.queueUid === queueUid && one.tag === tag)) {
			refuse(codes.alreadyThere, 'The queue has an item with this tag');
		}
		const { clock } = this.world;
		const id = this.items.length + 1;
		const uid = `000145cdb75b3a514821872b9734f02a${String(id).padStart(4, '0')}`;
		const added: Item = { id, uid, createTime: Math.floor(clock.now()), status: 'init', ...given };
		this.items.push(added);
		const robot = this.jobs.find((one) => one.queueUid === queueUid && one.status === 'running');
		if (robot) clock.at(Math.max(clock.now() + WAIT_MS, given.expectStartTime ?? 0), () => this.work(robot, added));
		return added;
	}

	private work(robot: Job, item: Item): void {
		const { clock } = this.world;
		const end = (status: 'success' | 'failed', more: Partial<Item>): void => {
			Object.assign(item, { status, ...more });
			robot.recentTaskStatus = status;
		};
		if (item.expectEndTime !== undefined && clock.now() > item.expectEndTime) {
			end('failed', { failedReason: 'It was too late' });
			return;
		}
		Object.assign(item, { status: 'processing', progress: 0 });
		const wish = item.inputJsonData === undefined ? undefined : (JSON.parse(item.inputJsonData) as unknown);
		// An input that says so makes the robot fail, for whoever wants to see that.
		const fails = typeof wish === 'object' && wish !== null && 'fail' in wish;
		clock.after(WORK_MS, () =>
			fails
				? end('failed', { failedReason: 'The robot failed', failedReasonDetail: 'As its input asked for' })
				: end('success', { outputJsonData: JSON.stringify({ done: true }), progress: 100 }),
		);
	}
}
