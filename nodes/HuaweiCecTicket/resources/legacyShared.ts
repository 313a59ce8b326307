/** What the interfaces of old tickets and tasks share (chapter 16). */
import { readAs, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, fromCredential, pick, text, type Fields } from '../../../cec/catalogue/field';
import { operation, type Erratum, type OperationSpec } from '../../../cec/catalogue/operation';
import { isRecord } from '../../../cec/formats/paths';

export const TICKETS = '/apiaccess/rest/new_case/v2/cases';
export const TASKS = '/apiaccess/service-cloud/rest/new_case/v2/task';

/** An interface that still works but is not developed further. */
export const oldOperation = (section: string, spec: OperationSpec): ReturnType<typeof operation> =>
	operation(section, { notice: 'Huawei no longer develops tickets of this kind. Where your CEC has the newer ones, use the resource Ticket or Task.', ...spec });

export const ticket = () => pick('legacyTickets', 'Ticket').named('ticketId').max(20).required();
export const ticketType = () => pick('legacyTicketTypes', 'Ticket Type').named('ticketTypeCode').max(64);

/** Ids of users, of which no interface gives a list. */
export const user = (label: string, hint: string) => text(label, hint).example('e.g. 1652268429538866101');

const acting = user('Acting User ID', 'ID of the user in whose name this is done').named('actingUserId');

/** Headers of interfaces that want to know in whose name something is done. */
export const byUser: Fields = { 'X-UserID': acting.required() };

const tenantSpace: Fields = { 'X-TenantSpaceId': fromCredential('tenantSpaceId', 'string') };

/** Headers of tasks. */
export const taskHeaders: Fields = { ...tenantSpace, ...byUser };
export const taskHeadersWithoutUser: Fields = { ...tenantSpace, 'X-UserID': acting.shown() };

export const userOnlyInSample: Erratum = {
	printed: 'X-UserID in the sample, missing in the table',
	sent: 'X-UserID, where it is given',
	why: 'The sample shows that CEC takes it.',
};

export const title = text('Title').max(80);
export const content = text('Description').named('description').max(1000).lines();
export const priority = choice('Priority', { 0: 'Low', 1: 'Medium', 2: 'High' }).asText().startsAs(1);
export const channel = choice(
	'Channel',
	{ 0: 'Agent', 1: 'Web', 2: 'Mobile App', 3: 'Email', 4: 'Social Media' },
	'How the customer got in touch',
)
	.asText()
	.named('channel')
	.startsAs(0);
export const status = choice('Status', { open: 'Open', unassigned: 'Unassigned', draft: 'Draft', closed: 'Closed' }).startsAs('open');
export const dueDate = dateTime('Due Date', 'When it should be done').named('dueDate').as('epochMillis');

export const contact: Fields = {
	contactName: text('Contact Name').max(40),
	contactEmail: text('Contact Email').max(64).example('e.g. name@example.com'),
	contactPhone: text('Contact Phone').max(50),
};

export const fullStop: Erratum = {
	printed: 'draft. as a status',
	sent: 'draft',
	why: 'The other statuses have no full stop.',
};

export const ticketTimes: DerivedFields = {
	createdAt: timeOf('createTime'),
	changedAt: timeOf('modifyTime'),
	acceptedAt: timeOf('acceptTime'),
	closedAt: timeOf('closeTime'),
	dueAt: timeOf('dueTime', 'epochMillis'),
};

const STATUS: Record<string, string> = { 0: 'To Do', 1: 'Done', 2: 'Dropped' };

export const taskReadings: DerivedFields = {
	statusName: readAs('status', (code) => STATUS[String(code)]),
	createdAt: timeOf('createdDate'),
	closedAt: timeOf('closeTime'),
};

export const itemReadings: DerivedFields = {
	...taskReadings,
	changedAt: timeOf('lastModifiedDate'),
	handledAt: timeOf('handleTime'),
};

/** A part of a row that is an object. */
export const inside = (row: Record<string, unknown>, key: string): Record<string, unknown> => {
	const found = row[key];
	return isRecord(found) ? found : {};
};
