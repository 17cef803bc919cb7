using AbuseDesk.Database;
using AbuseDesk.Deadlines;

namespace AbuseDesk.Notices.Review;

/// <summary>What the checks look up beside the record and the evidence.</summary>
public sealed record CheckSources(Calendars Calendars, RecordedTemplates Templates, DeskZone Zone);
