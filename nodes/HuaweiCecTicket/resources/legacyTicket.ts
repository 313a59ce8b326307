import { done, entries, first, object, timeOf } from '../../../cec/catalogue/answer';
import { choice, constant, dateTime, text } from '../../../cec/catalogue/field';
import { resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { legacyTickets } from '../../../cec/families/tickets';
import {
	byUser,
	channel,
	contact,
	content,
	dueDate,
	fullStop,
	oldOperation,
	priority,
	status,
	ticket,
	ticketTimes,
	TICKETS,
	ticketType,
	title,
	user,
} from './legacyShared';
import { customFieldsBy, OF_TYPE, withCustomFields, withoutCustomFields } from './shared';

const customFields = customFieldsBy('legacyCustomFields', 'ticketTypeCode', OF_TYPE);
const owner = user('Owner ID', 'ID of the user who works on the ticket').max(255);

/** Actions that give a ticket to somebody. */
const GIVING = ['Claim', 'Assign', 'Transfer'];

const queryTypeInBody = {
	printed: 'queryType as a parameter of the query in the table, in the body in the sample',
	sent: 'queryType in the body',
	why: 'The sample shows a request that was answered.',
};

export const legacyTicket = resource('legacyTicket', 'Ticket (Legacy)', legacyTickets, {
	create: oldOperation('16.1.1', {
		name: 'Create',
		action: 'Create a legacy ticket',
		request: `POST ${TICKETS}`,
		risk: 'write',
		body: {
			caseTypeCode: ticketType().required(),
			title: title.required(),
			content: content.required(),
			channelType: channel.required(),
			...customFields,
			...contact,
			dueTime: dueDate.asText(),
			priority,
			thirdCreatorId: text('External Creator ID', 'ID of the user in another system who creates the ticket').named('externalCreatorId').max(64),
		},
		answer: object(undefined, { adds: { dueAt: timeOf('dueTime', 'epochMillis') } }),
		findOut: 'Look with "Get Many" whether there is a ticket with this title.',
	}),

	get: oldOperation('16.1.4', {
		name: 'Get',
		action: 'Get a legacy ticket',
		description: 'Get a ticket with what was done on it',
		request: `POST ${TICKETS}/casedetails`,
		risk: 'read',
		body: { queryType: constant('I').required(), id: ticket() },
		answer: first('cases', { with: ['caseTrace'], adds: ticketTimes }),
		errata: [queryTypeInBody, { printed: 'beld', sent: 'beId is read', why: 'It names an ID; capital I was read as l.' }],
	}),

	getMany: oldOperation('16.1.4', {
		name: 'Get Many',
		action: 'Get many legacy tickets',
		description: 'Get tickets, those of the last 30 days unless told otherwise',
		request: `POST ${TICKETS}/casedetails`,
		risk: 'read',
		body: {
			ticketTypeCode: ticketType().called('Ticket Type', 'Whose custom fields are shown below; not sent').when({ customFieldsInput: ['fields'] }).notSent().shown(),
			...customFields,
			queryType: constant('B').when(withoutCustomFields).required().oneOfSeveral(),
			queryTypeWithCustomFields: constant('C').wire('queryType').when(withCustomFields).required().oneOfSeveral(),
			channelType: channel,
			endCreateTime: dateTime('To', 'Created at or before this time').named('endTime').as('epochMillis').asText(),
			ownerName: text('Owner Name', 'Name of the user who works on the ticket').max(255),
			priority,
			startCreateTime: dateTime('From', 'Created at or after this time').named('startTime').as('epochMillis').asText(),
			status,
			title,
		},
		page: byOffset({ max: 100, asText: true, total: 'total' }),
		answer: entries('cases', { adds: ticketTimes }),
		errata: [
			queryTypeInBody,
			fullStop,
			{
				printed: 'startCreateTime and endCreateTime as a DateTime in a text, without a format',
				sent: 'milliseconds since 1970 in a text',
				why: 'So 16.1.1 explains its DateTime in a text, dueTime.',
			},
		],
	}),

	update: oldOperation('16.1.2', {
		name: 'Update',
		action: 'Update a legacy ticket',
		request: `PUT ${TICKETS}/modify`,
		risk: 'write',
		headers: byUser,
		body: {
			id: ticket(),
			...contact,
			content,
			dueTime: dueDate.called('Due Date', 'When it should be done; must lie in the future'),
			ownerId: owner,
			priority,
			status,
			title,
		},
		answer: done(),
		errata: [fullStop],
	}),

	process: oldOperation('16.1.5', {
		name: 'Process',
		action: 'Process a legacy ticket',
		description: 'Claim, release, assign, transfer, suspend or close a ticket',
		request: `PUT ${TICKETS}/dealCase`,
		risk: 'write',
		body: {
			id: ticket(),
			type: choice('Action', {
				Assign: ['Assign', 'Give a ticket that nobody has to a user'],
				Claim: ['Claim', 'Take a ticket that nobody has, in the name of a user'],
				Close: 'Close',
				Release: ['Release', 'Take the ticket from its owner, so that others can claim it'],
				Suspend: 'Suspend',
				Transfer: ['Transfer', 'Give the ticket of one user to another one'],
			})
				.named('ticketAction')
				.startsAs('Assign')
				.required(),
			ownerId: owner.called('New Owner ID', 'ID of the user who gets the ticket').when({ type: GIVING }).required(),
			traceDescription: text('Comment', 'What to note about it').named('comment').max(4000).lines(),
		},
		answer: done(),
		errata: [
			{
				printed: 'ownerId as a field that may be missing',
				sent: 'always with Claim, Assign and Transfer',
				why: 'Nothing else says who gets the ticket.',
			},
		],
	}),
});
