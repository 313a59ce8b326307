import { done, entries, object } from '../../../cec/catalogue/answer';
import { list, pick, secret, section, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { byOffset } from '../../../cec/catalogue/paging';
import { isales } from '../../../cec/families/isales';
import { NO_SPECIAL, NO_SPECIAL_MEANS, V1, vdn } from './shared';

const server = {
	serverInfo: section({
		ip: text('IP Address').required(),
		port: text('Port').startsAs('22').required(),
		filePath: text('Folder', 'Default folder on the server').example('e.g. /home/sftp').required(),
	}).required(),
	userName: text('User').max(30).only(NO_SPECIAL, NO_SPECIAL_MEANS).required(),
};
const password = secret('Password', '8 to 80 characters. CEC stores it encrypted.').between(8, 80);

const codes = { '0200006': { means: 'The file server does not exist', remedy: 'Pick it from the list again.' } };
const ofServer = { ...vdn, serverId: pick('fileServers', 'File Server').required() };

const copied = {
	printed: 'codes 0200033 and 0200034 about outbound data',
	sent: 'nothing; they are not explained here',
	why: 'They were copied from 7.7.1 and have no sense for a file server.',
};

export const fileServer = resource('fileServer', 'File Server', isales, {
	create: operation('7.8.1', {
		name: 'Create',
		action: 'Create a file server',
		description: 'Tell CEC of an SFTP server from which numbers and blocklists can be imported',
		request: `POST ${V1}/file/addServer`,
		risk: 'write',
		findOut: 'Look with "Get Many" whether it exists.',
		path: vdn,
		body: { ...server, serverPwd: password.required() },
		answer: object(),
		errata: [copied],
	}),

	delete: operation('7.8.2', {
		name: 'Delete',
		action: 'Delete a file server',
		description: 'Make CEC forget a file server; the server itself stays',
		request: `POST ${V1}/file/{serverId}/deleteServer`,
		risk: 'destructive',
		path: ofServer,
		answer: done('deleted'),
		codes,
		errata: [copied],
	}),

	update: operation('7.8.3', {
		name: 'Update',
		action: 'Update a file server',
		request: `POST ${V1}/file/{serverId}/updateServer`,
		risk: 'write',
		path: ofServer,
		body: { ...server, serverPwd: password.called('Password', 'Needed when the IP address changes') },
		answer: done(),
		codes,
		errata: [copied],
	}),

	getMany: operation('7.8.4', {
		name: 'Get Many',
		action: 'Get many file servers',
		request: `POST ${V1}/file/queryServer`,
		risk: 'read',
		path: vdn,
		body: { serverIds: list('File Server IDs', 'Only these servers') },
		page: byOffset({ max: 100, total: 'count' }),
		answer: entries('server'),
		errata: [copied],
	}),
});
