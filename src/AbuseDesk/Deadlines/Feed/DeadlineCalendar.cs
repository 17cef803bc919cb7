using System.Text;
using AbuseDesk.Mail;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace AbuseDesk.Deadlines.Feed;

/// <summary>Deadlines as iCalendar (RFC 5545). A deadline has one UID wherever it is written, so that calendars know it again.</summary>
internal static class DeadlineCalendar
{
    /// <summary>As a calendar program reads it again and again.</summary>
    public static byte[] Feed(string name, IEnumerable<CalendarEntry> entries, SenderIdentity sender, Uri? desk)
    {
        var calendar = new Calendar { ProductId = "-//AbuseDesk//Deadlines//EN" };
        foreach (var entry in entries) calendar.Events.Add(Event(entry, sender, desk));
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Event(CalendarEntry entry, SenderIdentity sender, Uri? desk) => new()
    {
        Uid = $"{entry.Ref}@{sender.Domain}",
        Sequence = (int)(entry.Version - 1),
        DtStamp = Utc(entry.ChangedAt),
        LastModified = Utc(entry.ChangedAt),
        Start = Utc(entry.DueAt),
        Summary = $"{(entry.Status == "paused" ? "Paused: " : "")}{entry.ToDo} ({entry.NoticeRef ?? entry.CaseRef})",
        Description = $"{entry.Explanation}\nDeadline {entry.Ref}, case {entry.CaseRef}, account {entry.Account}",
        Status = entry.Status switch { "open" => EventStatus.Confirmed, "paused" => EventStatus.Tentative, _ => EventStatus.Cancelled },
        // it is a date to keep, not an hour that is taken
        Transparency = TransparencyType.Transparent,
        Class = "PRIVATE",
        Url = desk is null ? null : new Uri($"{desk.AbsoluteUri.TrimEnd('/')}/deadlines/{entry.Ref}"),
    };

    private static CalDateTime Utc(Instant instant) => new(Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()).ToDateTimeUtc());
}
