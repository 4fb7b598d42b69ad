/** How a file is sent that is to be imported: what it is is told by what is in it. No form of another site can send it. */
export const fileType = 'application/octet-stream';

/** In bytes; photos may be larger. */
export const largestFile = 5 * 1024 * 1024;
