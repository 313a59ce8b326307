import { byId, type Bench } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { ALEX, asTickets, CLIENT, fault, MANAGER, NO_SUCH, ONE, TWO } from './shared';

const GONE = byId('ccqG0000000000009999');
const refused = (parameters: Parameters): Case['refused'] => ({ run: () => ({ taskId: GONE, ...parameters }), message: NO_SUCH });

/** A task that belongs to a ticket. */
async function aTask(bench: Bench): Promise<string> {
	const { value: relateId } = fault(bench);
	const info = { title: 'Send a technician', type: 'Case', relateId, ownerId: ONE, creatorId: CLIENT, contactId: ALEX, priority: 'Low' };
	return (await asTickets(bench, 'task', { taskInfo: info })).taskId;
}
const ofTask =
	(parameters: Parameters): Prepare =>
	async (bench) => ({ taskId: byId(await aTask(bench)), ...parameters });

const created: Parameters = { title: 'Send a technician', ownerId: ONE, creatorId: CLIENT };
const more: Parameters = {
	attachment: 'map.png',
	contactId: ALEX,
	description: 'In the morning',
	dueDate: '2026-03-09T12:00:00',
	priority: 'Low',
};
const processed: Parameters = { creatorId: ONE, title: 'Called', description: 'Comes tomorrow' };

export const taskCases: Record<string, Case> = {
	'task/create': {
		run: () => created,
		more: { 'with all fields': (bench) => ({ ...created, additionalFields: { ...more, ticketId: fault(bench) } }) },
		refused: {
			run: () => ({ ...created, ownerId: '10gg0000000000009999' }),
			message: /^CEC refused: The user 10gg0000000000009999 does not exist\.$/,
		},
		gives: { taskId: expect.stringMatching(/^ccqG/) as unknown as string },
	},
	'task/get': {
		run: ofTask({}),
		refused: refused({}),
		gives: {
			taskInfo: { title: 'Send a technician' },
			createdAt: '2026-03-02T08:00:00.000Z',
			customer: { customerName: 'Alex Example' },
		},
	},
	'task/getMany': {
		run: async (bench) => {
			await aTask(bench);
			return {};
		},
		more: {
			'all filters': async (bench) => {
				await aTask(bench);
				return {
					filters: {
						classification: 'Created',
						contactId: ALEX,
						creatorId: CLIENT,
						startTime: '2026-03-01T00:00:00',
						endTime: '2026-03-20T00:00:00',
						ownerId: ONE,
						priority: 'Low',
						ticketId: fault(bench),
						status: 'Pending',
						title: 'techn',
					},
				};
			},
		},
		gives: { title: 'Send a technician', createdAt: '2026-03-02T08:00:00.000Z' },
	},
	'task/update': {
		run: ofTask({}),
		more: {
			'with all fields': async (bench) => ({
				taskId: byId(await aTask(bench)),
				updateFields: { ...more, creatorId: MANAGER, ticketId: fault(bench), title: 'Send a plumber' },
			}),
		},
		refused: refused({}),
		gives: { success: true },
	},
	'task/assign': {
		run: ofTask({ ownerId: TWO, creatorId: ONE }),
		refused: refused({ ownerId: TWO, creatorId: ONE }),
		gives: { success: true },
	},
	'task/process': {
		run: ofTask(processed),
		more: { 'with all fields': ofTask({ ...processed, additionalFields: { attachment: 'map.png' } }) },
		refused: refused(processed),
		gives: { success: true },
	},
	'task/changeStatus': {
		run: ofTask({ status: 'Processing', creatorId: ONE }),
		refused: refused({ status: 'Processing', creatorId: ONE }),
		gives: { success: true },
	},
};
