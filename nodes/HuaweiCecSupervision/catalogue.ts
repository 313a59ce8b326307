import type { Resource } from '../../cec/catalogue/operation';
import { agentControl } from './resources/agentControl';
import { liveCall } from './resources/liveCall';
import { playback } from './resources/playback';
import { recording } from './resources/recording';
import { screenRecording } from './resources/screenRecording';
import { video } from './resources/video';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [liveCall, agentControl, playback, recording, screenRecording, video];
