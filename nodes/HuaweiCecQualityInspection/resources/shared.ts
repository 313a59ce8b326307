/** What the interfaces of inspected calls, of their review and of appeals share (12.2.12-12.2.17). */
import { nameOf, timeOf, type DerivedFields } from '../../../cec/catalogue/answer';
import { choice, dateTime, pick, text, yesNo, type Fields } from '../../../cec/catalogue/field';
import type { Erratum } from '../../../cec/catalogue/operation';
import { byPage, type Paging } from '../../../cec/catalogue/paging';

export const MEDIA = { 0: 'Voice', 2: 'Text' };

export const STATUS = {
	0: 'Waiting',
	1: 'Being Inspected',
	2: 'Inspected',
	3: 'Being Transcribed',
	9: 'Failed',
	31: 'Nothing Said',
	32: 'Speech Not Turned Into Text',
	33: 'File Not Uploaded for Recognition',
	34: 'File Not Submitted for Recognition',
	35: 'Text Not Inspected',
	36: 'TUC Inspection Failed',
	37: 'File Not Recognized',
	38: 'Result Not Saved',
	39: 'Inspection Failed',
	40: 'File Not Valid',
};

export const RULE_TYPES = {
	10: 'Dialog Rule',
	11: 'Silence Rule',
	12: 'Speed Rule',
	13: 'Interruption Rule',
	60: 'Sensitive Word',
	70: 'Manual Rule',
};

export const VERDICTS = { 0: 'Violation', 1: 'Compliant' };

export const ROLES = {
	qualityDirector: 'Inspection Supervisor',
	qualityGroupLeader: 'Inspection Leader',
	qualityInspector: 'Inspector',
	tableDirector: 'Agent Supervisor',
	tableGroupLeader: 'Agent Leader',
	tableStaff: 'Agent',
};

export const actingRole = choice('Acting Role', ROLES, 'The role in which the acting user does this').named('actingRole').startsAs('qualityDirector').required();

/** CEC counts times in seconds, also under keys that end with "Millis". */
export const time = (label: string, hint?: string) => dateTime(label, hint).as('epochSeconds');

/** A user of whom no interface gives a list. */
export const user = (label: string, hint: string) => text(label, hint).example('e.g. 1652268429538866104').max(64);

export const call = pick('calls', 'Call').named('callUuid').required();

/** A call, for interfaces that want no user; the list of calls does. */
export const callOfAnybody: Fields = {
	listUser: text('Acting User ID', 'In whose name the list of calls below is read; not needed where the call is given by its ID').named('actingUserId').notSent().shown(),
	call_uuid: call,
};

export const isGroup = yesNo('Grouped', 'Whether the call belongs to a group of calls that are inspected together').named('isGrouped');

/** `page` and `rows`. */
export const pageAndRows = (max: number): Paging => byPage({ position: 'page', size: 'rows', first: 1, max, total: 'total' });

export const ruleType = choice('Rule Type', RULE_TYPES).named('ruleType').startsAs(10).required();

/** The corrected result of a rule. */
export const correction: Fields = {
	reviseId: pick('callRules', 'Result', 'The result of a rule in this call: "reviseId" in "rules" of Get Scores').named('resultId').required(),
	revise: choice('Verdict', VERDICTS).named('verdict').startsAs(1).required(),
	description: text('Comment').named('comment').lines().required(),
};

/** What is known of a call. */
export const callReadings: DerivedFields = {
	statusName: nameOf('status', STATUS),
	mediaName: nameOf('call_type', MEDIA),
	calledAt: timeOf('call_time', 'epochSeconds'),
	uploadedAt: timeOf('upload_time', 'epochSeconds'),
};

/** Answers of some interfaces have it without its zero. */
export const codeAsNumber: Erratum = {
	printed: 'resultCode as a text in the table, as the number 0409000 in the sample',
	sent: 'both are read, the number without its zero',
	why: 'Numbers of JSON begin with no zero.',
};

export const lostId: Erratum = {
	printed: 'revisId in the table, reviselId in the sample',
	sent: 'reviseId',
	why: 'Answers and the digital edition of the vendor have it; capital I was read as l.',
};
