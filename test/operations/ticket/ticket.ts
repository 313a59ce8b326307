import { byId, type Bench } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import {
	ALEX,
	asTickets,
	CLIENT,
	COMPLAINT,
	FAULT,
	fault,
	GONE,
	inFields,
	inFieldsOfType,
	inJson,
	MANAGER,
	NO_SUCH,
	ONE,
	SAM,
	ticketState,
	TWO,
} from './shared';

const refused = (parameters: Parameters): Case['refused'] => ({ run: () => ({ ticketId: GONE, ...parameters }), message: NO_SUCH });
const ofFault =
	(parameters: Parameters): Prepare =>
	(bench) => ({ ticketId: fault(bench), ...parameters });

const created: Parameters = {
	ticketTypeId: byId(FAULT),
	title: 'Line is dead',
	description: 'No tone since the morning',
	contactId: ALEX,
	isAutoAssigned: true,
};
const more: Parameters = {
	attachment: 'photo.jpg',
	beId: 'north',
	contactPhone: '447700900101',
	creatorId: CLIENT,
	dueDate: '2026-03-09T12:00:00',
	origin: 'Whatsapp',
	priority: 'High',
	state: 'Pending',
};

const updated: Parameters = { title: 'Light is red', description: 'Since the storm' };
const updateFields: Parameters = {
	attachment: 'photo.jpg',
	contactId: SAM,
	contactPhone: '447700900102',
	creatorId: MANAGER,
	dueDate: '2026-03-09T12:00:00',
	ownerId: TWO,
	priority: 'Critical',
};

const assigned: Parameters = { ownerId: TWO, creatorId: ONE };

const processed: Parameters = { creatorId: ONE, type: 'Internal', title: 'Called back', description: 'Nobody there' };
const sent: Parameters = {
	...processed,
	type: 'Email',
	additionalFields: {
		attachment: 'offer.pdf',
		from: ONE,
		fromName: 'agent.one',
		handlerId: MANAGER,
		toAddress: 'alex@example.com',
	},
};

/** A ticket that has come to its last status. */
async function finished(bench: Bench): Promise<string> {
	const info = { title: 'Bill', description: 'Too high', type: COMPLAINT, isAutoAssigned: true, contactId: SAM };
	const { caseId } = await asTickets(bench, 'case', { caseInfo: info });
	await asTickets(bench, 'status/update', { id: caseId, creatorId: MANAGER, status: 'Completed' });
	return caseId;
}

export const ticketCases: Record<string, Case> = {
	'ticket/create': {
		run: () => created,
		more: {
			'with all fields and an owner': () => ({ ...created, isAutoAssigned: false, ownerId: TWO, ...inFields, additionalFields: more }),
			'with custom fields as JSON': () => ({ ...created, ...inJson }),
		},
		refused: {
			run: () => ({ ...created, contactId: 'cily0000000000009999' }),
			message: /^CEC refused: The contact cily0000000000009999 does not exist\.$/,
		},
		gives: { caseId: 'c6m80000000000000004' },
	},
	'ticket/get': {
		run: ofFault({}),
		refused: refused({}),
		gives: {
			caseInfo: { title: 'Router shows a red light' },
			createdAt: '2026-02-28T08:00:00.000Z',
			isCanceled: false,
			isSuspended: false,
			customer: { customerName: 'Alex Example' },
		},
	},
	'ticket/getMany': {
		run: () => ({}),
		more: {
			'all filters': async (bench) => {
				const { caseId } = await asTickets(bench, 'case', {
					caseInfo: {
						...{ title: 'Line is dead', description: 'No tone', type: FAULT, contactId: ALEX, contactPhone: '447700900101' },
						...{ isAutoAssigned: false, ownerId: ONE, creatorId: CLIENT, origin: 'Voice', priority: 'High' },
						AICC__deviceModel__CST: 'R-100',
					},
				});
				if (ticketState(bench).cases.at(-1)?.id !== caseId) throw new Error('Preparing failed: the ticket is not there');
				return {
					ticketTypeId: byId(FAULT),
					...inFields,
					filters: {
						classification: 'Created',
						contactId: ALEX,
						contactPhone: '447700900101',
						creatorId: CLIENT,
						startTime: '2026-03-01T00:00:00',
						endTime: '2026-03-20T00:00:00',
						origin: 'Voice',
						ownerId: ONE,
						priority: 'High',
						status: byId('New'),
						title: 'dead',
					},
				};
			},
			'custom fields as JSON': async (bench) => {
				const info = { title: 'Line', description: 'Dead', type: FAULT, contactId: ALEX, isAutoAssigned: true };
				await asTickets(bench, 'case', { caseInfo: { ...info, AICC__lineNumber__CST: '15550101' } });
				return inJson;
			},
			'those of a year': () => ({
				returnAll: true,
				filters: { startTime: '2025-03-20T00:00:00', endTime: '2026-03-20T00:00:00' },
			}),
		},
		refused: {
			run: () => ({ customFieldsInput: 'json', customFieldsJson: '{ "AICC__color__CST": "red" }' }),
			message: /^CEC refused: AICC__color__CST is not expected$/,
		},
		gives: { title: 'Router shows a red light', createdAt: '2026-02-28T08:00:00.000Z' },
	},
	'ticket/update': {
		run: ofFault(updated),
		more: {
			'with all fields': ofFault({ ...updated, ...inFieldsOfType, updateFields }),
			'with custom fields as JSON': ofFault({ ...updated, ...inJson }),
		},
		refused: refused(updated),
		gives: { success: true },
	},
	'ticket/assign': {
		run: ofFault(assigned),
		more: {
			'with custom fields': ofFault({ ...assigned, ...inFieldsOfType }),
			'with custom fields as JSON': ofFault({ ...assigned, ...inJson }),
		},
		refused: {
			run: ofFault({ ...assigned, creatorId: TWO }),
			message: /^CEC refused: Only the owner of the case or a manager may do this\.$/,
		},
		gives: { success: true },
	},
	'ticket/process': {
		run: ofFault(processed),
		more: {
			'with all fields': ofFault({ ...sent, ...inFieldsOfType }),
			'with custom fields as JSON': ofFault({ ...processed, ...inJson }),
		},
		refused: refused(processed),
		gives: { success: true },
	},
	'ticket/changeStatus': {
		run: ofFault({ status: byId('Repair'), creatorId: ONE }),
		more: {
			'with the type whose statuses were offered': ofFault({
				ticketTypeId: byId(FAULT),
				status: byId('Repair'),
				creatorId: ONE,
			}),
		},
		refused: {
			run: ofFault({ status: byId('Completed'), creatorId: ONE }),
			message: /^CEC refused: Analysis is not followed by Completed\.$/,
		},
		gives: { success: true },
	},
	'ticket/cancel': {
		run: ofFault({ creatorId: ONE }),
		refused: refused({ creatorId: ONE }),
		gives: { success: true },
		spoil: 'ticketId',
	},
	'ticket/close': {
		run: async (bench) => ({ ticketId: byId(await finished(bench)), creatorId: MANAGER }),
		refused: { run: ofFault({ creatorId: ONE }), message: /^CEC refused: The case is not in its last status\.$/ },
		gives: { success: true },
	},
};
