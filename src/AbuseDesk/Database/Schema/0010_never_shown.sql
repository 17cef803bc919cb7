-- each look at a picture asks which items it belongs to
create index reports_original on reports (original_sha256);
create index screenshots_capture on screenshots (capture_id);
