using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Notices.Workshop;

namespace AbuseDesk.Notices.Review;

/// <summary>What the checks look up beside the record and the evidence.</summary>
public sealed record CheckSources(Calendars Calendars, CurrentTemplates Templates, DeskZone Zone);
