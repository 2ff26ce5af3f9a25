// ELK's own worker: on a thread without a document it answers messages by itself. Nothing may be exported here.
import 'elkjs/lib/elk-worker.min.js';
