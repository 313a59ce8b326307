import { done, entries, first, object, readAs } from '../../../cec/catalogue/answer';
import { choice, pick, section, text, yesNo, type Field } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { tickets } from '../../../cec/families/tickets';
import { isRecord } from '../../../cec/formats/paths';
import {
	actor,
	attachment,
	bodyOfGet,
	contact,
	createdBetween,
	customer,
	customFields,
	customFieldsOfType,
	deeperCustomer,
	description,
	dueDate,
	misread,
	origin,
	person,
	priority,
	SERVICE,
	startAndLimit,
	state,
	ticket as ticketPick,
	ticketType,
	times,
	title,
} from './shared';

const ticketId = (): Field => ticketPick().named('ticketId').required();
const owner = () => person('Owner ID', 'ID of the user who works on the ticket');
const phone = text('Contact Phone').bytes(20);
const status = () => pick('statuses', 'Status', 'One of those of the ticket type');

/** Messages to the customer, beside notes for colleagues. */
const SENT_OUT = ['Email', 'SMS'];

/** Whether a ticket is canceled or suspended, which its details hold under the names of their columns. */
const isMarked = (column: string) => readAs('caseInfo', (info) => (isRecord(info) ? info[`AICC__${column}__CST`] : undefined));

export const ticket = resource('ticket', 'Ticket', tickets, {
	create: operation('17.3.1', {
		name: 'Create',
		action: 'Create a ticket',
		request: `POST ${SERVICE}/case`,
		risk: 'write',
		body: {
			caseInfo: section({
				type: ticketType().required(),
				title: title().required(),
				description: description().required(),
				contactId: contact().required(),
				isAutoAssigned: yesNo('Assign Automatically', 'Whether CEC chooses who works on the ticket').startsAs(true).required(),
				ownerId: owner().when({ isAutoAssigned: [false] }).required(),
				...customFields,
				attachment: attachment(),
				beId: text('Business Entity ID', 'Part of the business to which the customer belongs, where customers are divided').bytes(20),
				contactPhone: phone,
				creatorId: person('Creator ID', 'ID of the user in whose name the ticket is created'),
				dueDate,
				origin,
				priority,
				state,
			}).required(),
		},
		answer: object('result'),
		findOut: 'Look with "Get Many" whether there is a ticket with this title.',
		errata: [
			{ printed: 'Whatapp', sent: 'Whatsapp', why: 'So all other sections; the letter was lost.' },
			{ printed: 'beld', sent: 'beId', why: 'It names an ID; capital I was read as l.' },
			{ printed: 'state in the sample, missing in the table', sent: 'state, where it is given', why: 'The sample shows that CEC takes it.' },
		],
	}),

	get: operation('17.3.3', {
		name: 'Get',
		action: 'Get a ticket',
		description: 'Get a ticket with what was done on it, its customer and its tasks',
		request: `GET ${SERVICE}/case/{id}`,
		risk: 'read',
		path: { id: ticketId() },
		answer: first('result', {
			adds: { ...times('caseInfo.'), isCanceled: isMarked('IsCanced'), isSuspended: isMarked('IsSuspend'), customer },
		}),
		errata: [
			misread,
			bodyOfGet,
			{ printed: 'result as an object in the table, as a list in the sample', sent: 'both are read', why: 'They contradict each other.' },
			{ printed: 'A note that fields of the template may be added to the request', sent: 'none', why: 'A GET by ID has no body to put them in.' },
			deeperCustomer,
		],
	}),

	getMany: operation('17.3.2', {
		name: 'Get Many',
		action: 'Get many tickets',
		description: 'Get tickets, also those of more than 31 days',
		request: `POST ${SERVICE}/case/list`,
		risk: 'read',
		body: {
			type: ticketType().shown(),
			...customFields,
			classification: choice(
				'Classification',
				{ Todo: 'To Do', Follow: 'Followed', Created: 'Created', Processed: 'Processed' },
				'How the user of the credential has to do with the tickets',
			),
			contactId: contact(),
			contactPhone: phone,
			creatorId: person('Creator ID', 'ID of the user who created the ticket'),
			...createdBetween,
			origin,
			ownerId: owner(),
			priority,
			status: status(),
			title: title(),
		},
		window: { begin: 'startTime', end: 'endTime', days: 31, untilNow: true },
		page: startAndLimit,
		answer: entries('result.caseList', { adds: times() }),
		errata: [
			{
				printed: 'Numbered values of priority and origin, such as 0. for low',
				sent: 'Low, Voice and so on',
				why: 'The numbers count the entries of a list; create, update and all answers have the words.',
			},
		],
	}),

	update: operation('17.3.4', {
		name: 'Update',
		action: 'Update a ticket',
		description: 'Change a ticket that is not closed',
		request: `POST ${SERVICE}/case/modify`,
		risk: 'write',
		body: {
			caseInfo: section({
				id: ticketId(),
				title: title('CEC wants it even if it stays the same').required(),
				description: description('CEC wants it even if it stays the same').required(),
				...customFieldsOfType,
				attachment: attachment(),
				contactId: contact(),
				contactPhone: phone,
				creatorId: actor(),
				dueDate,
				ownerId: owner(),
				priority,
			}).required(),
		},
		answer: done(),
		errata: [
			misread,
			{
				printed: 'ownerId as priority, and priority as origin',
				sent: 'the owner as ownerId, the priority as priority',
				why: 'Descriptions stand one row too high; the sample has the ID of a user under ownerId.',
			},
		],
	}),

	assign: operation('17.3.5', {
		name: 'Assign',
		action: 'Assign a ticket',
		description: 'Give a ticket to another user',
		request: `POST ${SERVICE}/case/transfer`,
		risk: 'write',
		body: {
			id: ticketId(),
			ownerId: owner().called('New Owner ID').required(),
			creatorId: actor('ID of the user in whose name this is done: the owner, or someone who may assign tickets').required(),
			...customFieldsOfType,
		},
		answer: done(),
		errata: [misread],
	}),

	process: operation('17.3.6', {
		name: 'Process',
		action: 'Process a ticket',
		description: 'Add a note to a ticket, or send an email or text message about it',
		request: `POST ${SERVICE}/case/process`,
		risk: 'write',
		body: {
			caseId: ticketId(),
			creatorId: actor('ID of the user in whose name this is done: the owner, or a manager').required(),
			processInfo: section({
				type: choice('Kind', { Internal: 'Internal Note', Email: 'Email', SMS: 'SMS' }).startsAs('Internal').required(),
				title: title().required(),
				description: description('What is noted or sent').required(),
				attachment: attachment(),
				creatorId: person('Handler ID', 'ID of the user who has done it, where that is another one').named('handlerId'),
				from: person('Sender ID', 'ID of the user who sends').when({ type: SENT_OUT }),
				fromName: text('Sender Name').bytes(80).when({ type: SENT_OUT }),
				toAddress: text('Recipient', 'Address or number to which it is sent').bytes(2000).when({ type: SENT_OUT }),
			}).required(),
			...customFieldsOfType,
		},
		answer: done(),
		findOut: 'Look with "Get" whether the note is among what was done on the ticket.',
		errata: [
			misread,
			{ printed: 'attachment in the sample, missing in the table', sent: 'attachment, where it is given', why: 'The sample shows that CEC takes it.' },
			{
				printed: 'Numbered values of type, such as 0.Internal',
				sent: 'Internal, Email, SMS',
				why: 'The numbers count the entries of a list; the sample has the word.',
			},
		],
	}),

	changeStatus: operation('17.3.8', {
		name: 'Change Status',
		action: 'Change the status of a ticket',
		description: 'Lead a ticket to another status of its type; where the type is strict, only to the next one',
		request: `POST ${SERVICE}/status/update`,
		risk: 'write',
		body: {
			id: ticketId(),
			ticketTypeId: ticketType('Whose statuses can be picked below; not sent').notSent().shown(),
			status: status().required(),
			creatorId: actor().required(),
		},
		answer: done(),
		errata: [misread],
	}),

	cancel: operation('17.3.7', {
		name: 'Cancel',
		action: 'Cancel a ticket',
		description: 'Stop the work on a ticket; it can be taken up again in CEC only',
		request: `POST ${SERVICE}/case/cancel`,
		risk: 'write',
		body: {
			id: ticketId(),
			creatorId: actor('ID of the user in whose name this is done: the owner, or someone who may cancel tickets').required(),
		},
		answer: done(),
		errata: [misread],
	}),

	close: operation('17.3.9', {
		name: 'Close',
		action: 'Close a ticket',
		description: 'Close a ticket that is in the last status of its type',
		request: `POST ${SERVICE}/close`,
		risk: 'write',
		body: {
			caseId: ticketId(),
			creatorId: actor('ID of the user in whose name this is done: the owner, or someone who may close tickets').required(),
		},
		answer: done(),
		errata: [misread],
	}),
});
