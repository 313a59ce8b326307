import { object } from '../../../cec/catalogue/answer';
import { text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { ccManagement } from '../../../cec/families/ccManagement';

export const phoneNumber = resource('phoneNumber', 'Phone Number', ccManagement, {
	getRegion: operation('5.3.6', {
		name: 'Get Region',
		action: 'Get the region of a phone number',
		description: 'Get province, city and carrier of a Chinese phone number',
		request: 'POST /apiaccess/rest/cc-management/v1/phonearea/getPhoneNoRegionInfo',
		risk: 'read',
		body: {
			phoneNo: text('Phone Number', 'Mobile number of 11 digits, or landline number with area code').required(),
		},
		answer: object('data'),
	}),
});
