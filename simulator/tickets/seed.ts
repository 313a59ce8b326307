/** Who works on tickets, for whom, and what kinds there are. All of it is invented. */

export interface User {
	/** In Case 2.0, a row of AppCube. */
	id: string;
	/** In Case 1.0. */
	userId: string;
	name: string;
	/** May do what otherwise only the owner of a case may. */
	isManager: boolean;
}

export const users: User[] = [
	{ id: '10gg0000000000000001', userId: '1652268429538866101', name: 'agent.one', isManager: false },
	{ id: '10gg0000000000000002', userId: '1652268429538866102', name: 'agent.two', isManager: false },
	{ id: '10gg0000000000000003', userId: '1652268429538866103', name: 'manager.one', isManager: true },
];

/** The user that the client of 17.1.1 was made for. */
export const client: User = {
	id: '10gg0000000000000009',
	userId: '1652268429538866109',
	name: 'integration',
	isManager: true,
};

export interface Contact {
	id: string;
	name: string;
	phone: string;
	email: string;
	gender: string;
}

export const contacts: Contact[] = [
	{
		id: 'cily0000000000000001',
		name: 'Alex Example',
		phone: '447700900101',
		email: 'alex@example.com',
		gender: 'female',
	},
	{ id: 'cily0000000000000002', name: 'Sam Sample', phone: '447700900102', email: 'sam@example.com', gender: 'male' },
];

export interface CaseType {
	id: string;
	name: string;
	description: string;
	isActive: boolean;
	/** What a case goes through. */
	statuses: string[];
	/** Whether it must go through them one after the other. */
	isStrict: boolean;
	templateId: string;
	templateName: string;
	/** Fields of the template, whose names end in __CST. */
	customFields: string[];
	/** In Case 1.0. */
	code: string;
}

export const caseTypes: CaseType[] = [
	{
		id: 'cvmC0000000000000001',
		name: 'Fault',
		description: 'Something does not work',
		isActive: true,
		statuses: ['New', 'Analysis', 'Repair', 'Completed'],
		isStrict: true,
		templateId: 'c7s80000000000000001',
		templateName: 'Fault report',
		customFields: ['AICC__deviceModel__CST', 'AICC__lineNumber__CST'],
		code: 'fault',
	},
	{
		id: 'cvmC0000000000000002',
		name: 'Complaint',
		description: 'Somebody is not content',
		isActive: true,
		statuses: ['Open', 'Waiting', 'Completed'],
		isStrict: false,
		templateId: 'c7s80000000000000002',
		templateName: 'Complaint',
		customFields: [],
		code: 'complaint',
	},
	{
		id: 'cvmC0000000000000003',
		name: 'Fax fault',
		description: 'No longer in use',
		isActive: false,
		statuses: ['New', 'Completed'],
		isStrict: false,
		templateId: 'c7s80000000000000001',
		templateName: 'Fault report',
		customFields: [],
		code: 'fax',
	},
];

export interface CaseSeed {
	title: string;
	description: string;
	type: string;
	owner: string;
	contact: string;
	priority: string;
	origin: string;
	status: string;
	daysOld: number;
}

export const cases: CaseSeed[] = [
	{
		title: 'Router shows a red light',
		description: 'Since the thunderstorm',
		type: 'Fault',
		owner: 'agent.one',
		contact: 'Alex Example',
		priority: 'High',
		origin: 'Voice',
		status: 'Analysis',
		daysOld: 2,
	},
	{
		title: 'Bill is too high',
		description: 'Calls that nobody made',
		type: 'Complaint',
		owner: 'agent.two',
		contact: 'Sam Sample',
		priority: 'Medium',
		origin: 'Email',
		status: 'Open',
		daysOld: 5,
	},
	{
		title: 'No dial tone',
		description: 'In the whole house',
		type: 'Fault',
		owner: 'agent.one',
		contact: 'Sam Sample',
		priority: 'Low',
		origin: 'webchat',
		status: 'New',
		daysOld: 40,
	},
];
