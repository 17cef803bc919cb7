using AbuseDesk.Deadlines;
using NodaTime;

namespace AbuseDesk.Tests.Deadlines;

public sealed class PlanningReminders
{
    private static readonly Instant Created = Instant.FromUtc(2021, 1, 9, 16, 0);
    private static readonly DeadlineRules Rules = DeadlineRules.Load(Policies.PathOf("deadlines.yml"));

    [Test]
    public void Reminders_climb_to_the_deadline_and_go_on_after_it()
    {
        var due = Created + Duration.FromDays(5);
        Assert.That(PlannedReminders.For(Rules.Get("act_by"), Created, due), Is.EqualTo(new[]
        {
            new PlannedReminder(due - Duration.FromHours(72), ReminderKind.Before, Duration.FromHours(72), Audience.Customer),
            new PlannedReminder(due - Duration.FromHours(24), ReminderKind.Before, Duration.FromHours(24), Audience.Customer),
            new PlannedReminder(due - Duration.FromHours(2), ReminderKind.Before, Duration.FromHours(2), Audience.Customer),
            new PlannedReminder(due, ReminderKind.Overdue, Duration.Zero, Audience.Assignee),
            new PlannedReminder(due, ReminderKind.Overdue, Duration.Zero, Audience.Customer),
            new PlannedReminder(due + Duration.FromHours(24), ReminderKind.Overdue, Duration.FromHours(24), Audience.Assignee),
            new PlannedReminder(due + Duration.FromHours(24), ReminderKind.Overdue, Duration.FromHours(24), Audience.Customer),
        }));
    }

    [Test]
    public void What_would_be_past_at_the_start_is_not_planned()
    {
        var planned = PlannedReminders.For(Rules.Get("act_by"), Created, Created + Duration.FromHours(24));
        Assert.That(planned.Where(reminder => reminder.Kind == ReminderKind.Before).Select(reminder => reminder.Offset), Is.EqualTo(new[] { Duration.FromHours(2) }));
    }

    [Test]
    public void Somebody_in_both_audiences_is_reminded_once()
    {
        var rule = Rules.Get("act_by") with { Overdue = [Audience.Customer], After = [Duration.Zero, Duration.Zero] };
        var planned = PlannedReminders.For(rule, Created, Created + Duration.FromHours(1));
        Assert.That(planned, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_deadline_long_past_plans_nothing() =>
        Assert.That(PlannedReminders.For(Rules.Get("act_by"), Created, Created - Duration.FromDays(3)), Is.Empty);
}
