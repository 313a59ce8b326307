import { done } from '../../../cec/catalogue/answer';
import { text } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';

export const email = resource('email', 'Email', messaging, {
	drop: operation('11.17', {
		name: 'Drop',
		action: 'Drop an email',
		description: 'Drop an email of the email channel, so that no agent gets it',
		request: 'POST /apiaccess/rest/ccmessaging/v1/emailchannel/dropMail',
		risk: 'destructive',
		body: { emailId: text('Email ID', 'As CEC numbers its emails, the key "associationContentId" of their messages').required() },
		answer: done(),
		codes: { '3': { means: 'The email does not exist', remedy: 'Check the email ID.' } },
	}),
});
