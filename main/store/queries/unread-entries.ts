const ENTRIES = 'SELECT e.feed_id, e.article_id FROM article_status s CROSS JOIN feed_entries e ON e.article_id = s.article_id';
const IS_UNREAD = 's.is_read = 0 AND s.deleted_at IS NULL AND s.snoozed_until IS NULL';

/**
 * SQL for the entries (`feed_id`, `article_id`) whose articles are unread in the views of feeds and folders. It is in two halves, so
 * that each is answered by a partial index, and costs as much as there is unread, however much has been read.
 */
export const UNREAD_ENTRIES = `${ENTRIES} WHERE ${IS_UNREAD} AND s.led_by IS NULL UNION ALL ${ENTRIES} WHERE ${IS_UNREAD} AND s.led_by IS NOT NULL`;
