import type { Resource } from '../../cec/catalogue/operation';
import { agent } from './resources/agent';
import { liveCall } from './resources/liveCall';
import { playback } from './resources/playback';
import { recording } from './resources/recording';
import { screenRecording } from './resources/screenRecording';
import { video } from './resources/video';

/** What the node offers; the first one is what a new node starts with. */
export const catalogue: Resource[] = [liveCall, agent, playback, recording, screenRecording, video];
