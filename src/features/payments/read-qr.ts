import { decodeQR, decodeQRBatch } from 'qr/decode.js';

/** Why a picture gives no code. */
export type PictureProblem = 'large' | 'pdf' | 'unreadable' | 'nothing';

/** Why the camera shows nothing. */
export type CameraProblem = 'refused' | 'missing' | 'busy';

/** Largest file that is opened, in bytes. */
const LARGEST_FILE = 20_000_000;

/** The longest side that the decoder takes, in pixels. A bigger picture is made smaller. */
const LONGEST_SIDE = 3_840;

/** Most pixels that a picture may have once opened: more would fill a phone's memory. */
const MOST_PIXELS_OPENED = 100_000_000;

/** The side below which a picture is enlarged, in pixels: the decoder needs some pixels for each of a code's squares. */
const SMALL_SIDE = 400;

/** How long a picture is searched, and how often the camera's image is looked at, in milliseconds. */
const SEARCH_TIME = 3_000;
const LOOK_EVERY = 120;

/** The widest camera image that is looked at, in pixels. */
const CAMERA_WIDTH = 1_280;

function contextOf(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  return canvas.getContext('2d', { willReadFrequently: true });
}

function pixelsOf(picture: ImageBitmap): ImageData | null {
  const { width, height } = picture;
  const scale = Math.min(Math.min(width, height) < SMALL_SIDE ? 4 : 1, LONGEST_SIDE / Math.max(width, height));
  const context = contextOf(width * scale, height * scale);
  if (!context) return null;
  // Transparent pictures, as notices drawn by a program may be, are black on nothing.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  context.imageSmoothingEnabled = scale < 1;
  context.drawImage(picture, 0, 0, context.canvas.width, context.canvas.height);
  return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
}

/** The texts of all QR codes in a picture, each once. The picture does not leave the browser. */
export async function readPicture(file: File): Promise<readonly string[] | PictureProblem> {
  if (file.type === 'application/pdf') return 'pdf';
  if (file.size > LARGEST_FILE) return 'large';
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return 'unreadable';
  }
  try {
    if (picture.width * picture.height > MOST_PIXELS_OPENED) return 'large';
    const pixels = pixelsOf(picture);
    if (!pixels) return 'unreadable';
    const [results = []] = await decodeQRBatch([pixels], { effort: Number.POSITIVE_INFINITY, timeLimit: SEARCH_TIME });
    const texts = new Set(results.filter((result) => typeof result === 'string'));
    return texts.size > 0 ? [...texts] : 'nothing';
  } finally {
    picture.close();
  }
}

function cameraProblem(error: unknown): CameraProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'busy';
  }
}

/**
 * Shows the camera and looks for QR codes until the signal is aborted, which switches the camera off.
 * @param started called once the image is there
 * @param found called with the text of each code, again and again while it is in the image
 * @returns why the camera shows nothing, or null when it was switched off
 */
export async function watchCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
  { started, found }: { started: () => void; found: (text: string) => void },
): Promise<CameraProblem | null> {
  const failure = (error: unknown) => (signal.aborted ? null : cameraProblem(error));
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: 'environment', width: { ideal: CAMERA_WIDTH } },
    });
  } catch (error) {
    return failure(error);
  }
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  if (signal.aborted) {
    stop();
    return null;
  }
  // At once, not at the next look: a page that is being left looks no more.
  signal.addEventListener('abort', stop);
  try {
    video.srcObject = stream;
    await video.play();
    started();
    return await look(video, stream, signal, found);
  } catch (error) {
    return failure(error);
  } finally {
    stop();
  }
}

/** Looks until it is told to stop, or the camera is taken away. */
async function look(
  video: HTMLVideoElement,
  stream: MediaStream,
  signal: AbortSignal,
  found: (text: string) => void,
): Promise<CameraProblem | null> {
  let context: CanvasRenderingContext2D | null = null;
  while (!signal.aborted) {
    if (!stream.active) return 'busy';
    const { videoWidth, videoHeight } = video;
    if (videoWidth > 0) {
      const scale = Math.min(1, CAMERA_WIDTH / videoWidth);
      // Turning a phone swaps the image's sides.
      if (context?.canvas.width !== Math.round(videoWidth * scale)) {
        context = contextOf(videoWidth * scale, videoHeight * scale);
      }
      if (!context) return 'busy';
      context.drawImage(video, 0, 0, context.canvas.width, context.canvas.height);
      const text = codeIn(context.getImageData(0, 0, context.canvas.width, context.canvas.height));
      if (text !== null) found(text);
    }
    await new Promise((resolve) => void setTimeout(resolve, LOOK_EVERY));
  }
  return null;
}

function codeIn(pixels: ImageData): string | null {
  try {
    return decodeQR(pixels);
  } catch {
    return null;
  }
}
