import { signatureCredentialTest } from '../../cec/run/credentialTests';
import { recording } from './resources/recording';

/** No query works on every tenant: that there is no such recording shows that the key is good. */
const NO_RECORDING = { msgBody: { fileName: 'Y:/1/0/20000101/101/0.V3' } };
const REFUSED = /^0300\d{3}$/;

/** Tests access key and secret key at the file server. */
export const fileServerCredentialTest = signatureCredentialTest(recording.operations.getPlaybackToken, NO_RECORDING, REFUSED);
