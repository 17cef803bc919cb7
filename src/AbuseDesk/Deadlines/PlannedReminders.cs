using NodaTime;

namespace AbuseDesk.Deadlines;

public enum ReminderKind
{
    Before,
    Overdue,
}

/// <summary>One reminder to one audience; the offset is the distance from the due instant, never negative.</summary>
public sealed record PlannedReminder(Instant At, ReminderKind Kind, Duration Offset, Audience Audience);

/// <summary>The reminders of one deadline, in the order of their time.</summary>
public static class PlannedReminders
{
    /// <summary>What is not after the creation is not planned: nobody is reminded of what they were told just now.</summary>
    public static IReadOnlyList<PlannedReminder> For(DeadlineRule rule, Instant createdAt, Instant dueAt)
    {
        var before =
            from offset in rule.Before
            from audience in rule.Audience
            select new PlannedReminder(dueAt - offset, ReminderKind.Before, offset, audience);
        var overdue =
            from offset in rule.After
            from audience in rule.Audience.Union(rule.Overdue)
            select new PlannedReminder(dueAt + offset, ReminderKind.Overdue, offset, audience);
        return [.. before.Concat(overdue).Where(planned => planned.At > createdAt).Distinct().OrderBy(planned => planned.At).ThenBy(planned => planned.Audience)];
    }
}
