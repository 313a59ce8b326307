import { entries, readAs } from '../../../cec/catalogue/answer';
import { choice, dateTime, decimal, group, list, rows, section, text, type Fields } from '../../../cec/catalogue/field';
import { operation, resource } from '../../../cec/catalogue/operation';
import { messaging } from '../../../cec/families/messaging';
import { at } from '../../../cec/formats/paths';

const LONGEST_URL = 2048;
const LONGEST_NAME = 1000;
const ONE_FOR_EACH_ITEM = '={{ $execution.id }}-{{ $itemIndex }}';

const url = (label: string, hint: string) => text(label, hint).max(LONGEST_URL);
const latitude = decimal('Latitude').between(-90, 90);
const longitude = decimal('Longitude').between(-180, 180);

const receivers = rows(
	'Receivers',
	'Receiver',
	{
		to: section({ phoneNumber: text('Phone Number', 'With the country code and without + or zeros before it').example('e.g. 447700900123').only(/^\d+$/, 'digits').required() }),
		messageId: text('Message ID', 'Your own unique ID of the message to this receiver').required(),
	},
	'Who gets the message',
).required();

const KIND = { audio: 'Audio', image: 'Image', location: 'Location', mediaTemplate: 'Media Template', template: 'Template', text: 'Text', video: 'Video' };

/** n8n fills the numbers of a group: without the choice every header would be a place. */
const header: Fields = {
	headerKind: choice('Header', { image: 'Image', location: 'Location', none: 'None', text: 'Text', video: 'Video' }, 'What the header of the template is').startsAs('none').notSent(),
	textPlaceholder: text('Header Text').when({ headerKind: ['text'] }).named('headerText'),
	imageUrl: url('Header Image URL', 'A jpg, jpeg or png of at most 2 MB').when({ headerKind: ['image'] }).named('headerImageUrl'),
	videoUrl: url('Header Video URL', 'An mp4 of at most 10 MB').when({ headerKind: ['video'] }).named('headerVideoUrl'),
	latitude: latitude.called('Header Latitude').when({ headerKind: ['location'] }).named('headerLatitude'),
	longitude: longitude.called('Header Longitude').when({ headerKind: ['location'] }).named('headerLongitude'),
};

const whatsApp: Fields = {
	text: text('Text').lines().when({ messageKind: ['text'] }).required(),
	imageUrl: url('Image URL', 'A jpg, jpeg or png of at most 2 MB').when({ messageKind: ['image'] }).required(),
	audioUrl: url('Audio URL', 'An aac of at most 2 MB').when({ messageKind: ['audio'] }).required(),
	videoUrl: url('Video URL', 'An mp4 of at most 10 MB').when({ messageKind: ['video'] }).required(),
	latitude: latitude.when({ messageKind: ['location'] }).required(),
	longitude: longitude.when({ messageKind: ['location'] }).required(),
	locationName: text('Location Name').max(LONGEST_NAME).when({ messageKind: ['location'] }),
	address: text('Address').max(LONGEST_NAME).when({ messageKind: ['location'] }),
	templateName: text('Template Name', 'As it is registered').when({ messageKind: ['template', 'mediaTemplate'] }).required(),
	language: text('Template Language', 'Exactly as the template is registered, such as en or zh_CN').when({ messageKind: ['template', 'mediaTemplate'] }).named('templateLanguage').required(),
	templateData: list('Template Values', 'For the placeholders of the template, in their order').when({ messageKind: ['template'] }).orEmpty(),
	mediaTemplateData: group('Media Template', {
		header: section(header),
		body: section({ placeholders: list('Values', 'For the placeholders in the body, in their order').orEmpty() }),
		buttons: rows('Buttons', 'Button', {
			urlPlaceholder: text('URL Value', 'For the placeholder in the address of the button'),
			quickReplyPayload: text('Quick Reply', 'What a quick reply gives back'),
		}),
	})
		.when({ messageKind: ['mediaTemplate'] })
		.shown(),
};

export const whatsAppMessage = resource('whatsAppMessage', 'WhatsApp Message', messaging, {
	send: operation('11.18', {
		name: 'Send',
		action: 'Send a whats app message',
		description: 'Send a text, file, location or template to one or several WhatsApp users; one item for each of them',
		request: 'POST /apiaccess/rest/ccmessaging/omni/1/advanced',
		risk: 'dial',
		body: {
			destinations: receivers,
			messageKind: choice('Message', KIND).startsAs('text').notSent().required(),
			whatsApp: section(whatsApp),
			bulkId: text('Bulk ID', 'Your own unique ID of the request').startsAs(ONE_FOR_EACH_ITEM).required(),
			scenarioKey: text('Scenario Key', 'The scenario by which to send; the usual one when left empty'),
			sendAt: dateTime('Send At', 'When to send it; at once when left empty').as("yyyy-MM-dd'T'HH:mm:ss.SSSZZZ"),
		},
		answer: entries('messages', {
			with: ['bulkId'],
			adds: { phoneNumber: readAs('to', (to) => at(to, 'phoneNumber')), statusName: readAs('status', (status) => at(status, 'name')) },
		}),
		findOut: 'Ask the receivers, or look at the console, before you send it again.',
		errata: [
			{ printed: 'sendAt as a date and time of no format', sent: 'ISO 8601 with milliseconds and offset', why: 'The interface is that of a provider of messages, which takes such times.' },
			{ printed: 'urlPlaceholder described as the time to send', sent: 'the value for the address of the button', why: 'The description is that of sendAt.' },
		],
	}),
});

