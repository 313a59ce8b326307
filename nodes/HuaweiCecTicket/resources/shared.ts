/** What the interfaces of tickets and tasks share. */
import { readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, json, mapped, pick, text, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { isRecord } from '../../../cec/formats/paths';

export const SERVICE = '/service/AICC__Case/1.0.0/openapi';

/** A list that has `count` rows in all. */
export const startAndLimit = byOffset({ position: 'start', max: 100, total: 'result.count' });

export const times = (within = ''): DerivedFields => ({
	createdAt: timeOf(`${within}createdDate`),
	closedAt: timeOf(`${within}closedDate`),
	dueAt: timeOf(`${within}dueDate`),
});

/** Samples have the customer one level deeper than the table. */
export const customer = readAs('customerInfo', (info) => (isRecord(info) && isRecord(info.customerInfo) ? info.customerInfo : info));

export const deeperCustomer: Erratum = {
	printed: 'customerInfo as the customer in the table, around another customerInfo in the sample',
	sent: 'both are read, as "customer"',
	why: 'They contradict each other.',
};

const ID_BYTES = 20;

export const ticket = (label = 'Ticket', hint?: string) => pick('tickets', label, hint).bytes(ID_BYTES);
export const task = () => pick('tasks', 'Task').named('taskId').bytes(ID_BYTES).required();
export const ticketType = (hint?: string) => pick('ticketTypes', 'Ticket Type', hint).named('ticketTypeId').bytes(ID_BYTES);

/** Ids of people and contacts, of which no interface gives a list. */
export const person = (label: string, hint: string) => text(label, hint).bytes(ID_BYTES).example('e.g. 10gg0000000000000001');
export const contact = (hint = 'ID of the customer in CEC') => text('Contact ID', hint).bytes(ID_BYTES).example('e.g. cily0000000000000001');
/** CEC wants to know in whose name something is done. */
export const actor = (hint = 'ID of the user in whose name this is done') => person('Acting User ID', hint);

export const title = (hint?: string) => text('Title', hint).bytes(128);
export const description = (hint?: string) => text('Description', hint).bytes(20_000).lines();

export const priority = choice('Priority', { Low: 'Low', Medium: 'Medium', High: 'High', Critical: 'Critical' }).startsAs('Medium');
export const origin = choice('Origin', { Voice: 'Voice', Whatsapp: 'WhatsApp', webchat: 'Web Chat', Email: 'Email' }, 'How the customer got in touch');
export const state = choice('State', { Processing: 'Processing', Pending: 'Pending', Completed: 'Completed' });
export const dueDate = dateTime('Due Date', 'When it should be done');

export const attachment = () => text('Attachment', 'Files that are in CEC already, as CEC names them: at most 5, of at most 5 MB each');

export const createdBetween: Fields = {
	startTime: dateTime('From', 'Created at or after this time'),
	endTime: dateTime('To', 'Created at or before this time'),
};

const NONE = 'none';
const FIELDS = 'fields';
const JSON_TEXT = 'json';

/** Where custom fields are given, and where none are. */
export const withCustomFields = { customFieldsInput: [FIELDS, JSON_TEXT] };
export const withoutCustomFields = { customFieldsInput: [NONE] };

/**
 * Fields that a template adds. They stand among the others, under names that end in `__CST`. No interface lists
 * them, so that JSON is needed where nothing shows them yet.
 */
export const customFieldsBy = (mapper: string, parameter: string, hint: string): Fields => ({
	customFieldsInput: choice('Specify Custom Fields', { [NONE]: 'None', [FIELDS]: 'Using Fields Below', [JSON_TEXT]: 'Using JSON' })
		.startsAs(NONE)
		.notSent()
		.shown(),
	customFields: mapped(mapper, 'Custom Fields', hint)
		.follows(`${parameter}.value`)
		.when({ customFieldsInput: [FIELDS] })
		.shown(),
	customFieldsJson: json('Custom Fields (JSON)', 'An object with a value for each name; names end in "__CST"')
		.spread()
		.when({ customFieldsInput: [JSON_TEXT] })
		.shown(),
});

export const OF_TYPE = 'The fields that tickets of this type have besides the usual ones';

export const customFields = customFieldsBy('customFields', 'ticketTypeId', OF_TYPE);

/** The same where the request itself does not name the type. */
export const customFieldsOfType: Fields = {
	customFieldsInput: customFields.customFieldsInput,
	ticketTypeId: ticketType('Whose custom fields are shown below; not sent')
		.when({ customFieldsInput: [FIELDS] })
		.notSent()
		.shown(),
	customFields: customFields.customFields,
	customFieldsJson: customFields.customFieldsJson,
};

/** Half of the sections print one underscore where there are two. */
export const misread: Erratum = {
	printed: '/service/AICC_Case/',
	sent: '/service/AICC__Case/',
	why: 'Other sections print two underscores, as does the digital edition of the vendor; one was lost in print.',
};

/** Three sections show a body for a GET. */
export const bodyOfGet: Erratum = {
	printed: '{ "id" } as the body of a GET',
	sent: 'the ID in the path alone',
	why: 'The path already says which one is meant, and a GET has no body.',
};
