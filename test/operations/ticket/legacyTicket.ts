import { byId } from '../../support/bench';
import type { Case, Parameters, Prepare } from '../case';
import { asOldTickets, NO_VALUES, OLD_FAULT, OLD_ONE, OLD_TWO, oldTicket, ownedTicket } from './legacy';
import { inFields, inJson } from './shared';

const GONE = byId('crLd0000000000009999');
const ofTicket =
	(parameters: Parameters): Prepare =>
	(bench) => ({ ticketId: oldTicket(bench), ...parameters });
const refused = (parameters: Parameters): Case['refused'] => ({ run: () => ({ ticketId: GONE, ...parameters }), message: NO_VALUES });

const created: Parameters = { ticketTypeCode: byId(OLD_FAULT), title: 'Line is dead', description: 'No tone since the morning', channel: 1 };
const contact: Parameters = { contactName: 'Alex Example', contactEmail: 'alex@example.com', contactPhone: '447700900101' };

const CASES = 'rest/new_case/v2/cases';

export const legacyTicketCases: Record<string, Case> = {
	'legacyTicket/create': {
		run: () => created,
		more: {
			'with all fields': () => ({
				...created,
				...inFields,
				additionalFields: { ...contact, dueDate: '2026-03-09T12:00:00', priority: 2, externalCreatorId: 'crm-17' },
			}),
			'with custom fields as JSON': () => ({ ...created, ...inJson }),
		},
		refused: { run: () => ({ ...created, ticketTypeCode: byId('other') }), message: NO_VALUES },
		gives: { caseId: expect.stringMatching(/^crLd/) as unknown as string, title: 'Line is dead' },
	},
	'legacyTicket/get': {
		run: ofTicket({}),
		refused: refused({}),
		gives: { title: 'Line is noisy', createdAt: '2026-02-27T08:00:00.000Z', caseTrace: [{ traceType: 'Submit Case' }] },
	},
	'legacyTicket/getMany': {
		run: () => ({}),
		more: {
			'all filters': async (bench) => {
				const { id, title } = { id: ownedTicket(bench).value, title: 'Wrong address' };
				await asOldTickets(bench, 'PUT', `${CASES}/modify`, { id, priority: '0' });
				return {
					filters: {
						channel: 3,
						startTime: '2026-01-01T00:00:00',
						endTime: '2026-03-20T00:00:00',
						ownerName: 'agent.one',
						priority: 0,
						status: 'open',
						title,
					},
				};
			},
			'custom fields of a type': async (bench) => {
				const given = { channelType: '0', content: 'C', title: 'T', caseTypeCode: OLD_FAULT };
				await asOldTickets(bench, 'POST', CASES, { ...given, AICC__deviceModel__CST: 'R-100' });
				return { ...inFields, ticketTypeCode: byId(OLD_FAULT) };
			},
			'custom fields as JSON': async (bench) => {
				const given = { channelType: '0', content: 'C', title: 'T', caseTypeCode: OLD_FAULT };
				await asOldTickets(bench, 'POST', CASES, { ...given, AICC__lineNumber__CST: '15550101' });
				return inJson;
			},
		},
		gives: { title: 'Line is noisy', status: 'unassigned', createdAt: '2026-02-27T08:00:00.000Z' },
	},
	'legacyTicket/update': {
		run: ofTicket({ actingUserId: OLD_ONE }),
		more: {
			'with all fields': ofTicket({
				actingUserId: OLD_ONE,
				updateFields: {
					...contact,
					title: 'Line is silent',
					description: 'No tone at all',
					dueDate: '2026-03-09T12:00:00',
					ownerId: OLD_TWO,
					priority: 2,
					status: 'open',
				},
			}),
		},
		refused: refused({ actingUserId: OLD_ONE }),
		gives: { success: true },
	},
	'legacyTicket/process': {
		run: ofTicket({ ticketAction: 'Assign', ownerId: OLD_TWO }),
		more: {
			'with a comment': (bench) => ({
				ticketId: ownedTicket(bench),
				ticketAction: 'Transfer',
				ownerId: OLD_TWO,
				additionalFields: { comment: 'Is on holiday' },
			}),
			'without an owner': (bench) => ({ ticketId: ownedTicket(bench), ticketAction: 'Release' }),
		},
		refused: {
			run: ofTicket({ ticketAction: 'Release' }),
			message: /^CEC refused: The case is not assigned\.$/,
		},
		gives: { success: true },
	},
	'legacyTicketType/getMany': {
		run: () => ({}),
		gives: { name: 'Fault', caseTypeCode: OLD_FAULT },
	},
};
