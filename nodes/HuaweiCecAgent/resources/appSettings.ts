import { done, nameOf, object } from '../../../cec/catalogue/answer';
import { choice, list, pick, picks, text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

const CALL_TYPE = { 0: 'Direct Call', 1: 'Two-Party Call', 2: 'Call Showing Own Number' };

const userId = text('User ID', 'ID of the user in AppCube').required();

const settings = {
	callType: choice('Call Type', CALL_TYPE, 'How calls from the app are made').asText(),
	callerPresent: list('Displayed Numbers', 'Numbers that may be shown to called customers').max(5).maxEach(15),
	callNumber: picks('softphones', 'Softphone Names or IDs', 'Softphone numbers of the agent').max(5).maxEach(15),
	callNumberDefault: pick('softphones', 'Default Softphone', 'Softphone number that is bound to the agent').max(15),
	callerPresentDefault: text('Default Displayed Number').max(15),
};

export const appSettings = resource('appSettings', 'App Setting', ccManagement, {
	create: operation('6.4.1', {
		name: 'Create',
		action: 'Create app settings',
		description: 'Create the personal settings of a user of the app',
		request: 'POST /apiaccess/CC-Management/v1/openapp/agentsettings/create',
		risk: 'write',
		body: { userId, ...settings },
		answer: object(),
	}),

	update: operation('6.4.2', {
		name: 'Update',
		action: 'Update app settings',
		request: 'POST /apiaccess/CC-Management/v1/openapp/agentsettings/update',
		risk: 'write',
		body: { id: text('Settings ID', 'The ID that "Create" and "Get" return').named('settingsId').required(), userId, ...settings },
		answer: object(),
	}),

	get: operation('6.4.3', {
		name: 'Get',
		action: 'Get app settings',
		request: 'POST /apiaccess/CC-Management/v1/openapp/agentsettings/query',
		risk: 'read',
		body: { userId },
		answer: object(undefined, { adds: { callTypeName: nameOf('callType', CALL_TYPE) } }),
	}),

	delete: operation('6.4.4', {
		name: 'Delete',
		action: 'Delete app settings',
		request: 'POST /apiaccess/CC-Management/v1/openapp/agentsettings/delete',
		risk: 'destructive',
		body: { userId },
		answer: done('deleted'),
	}),
});
