using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Deadlines.Feed;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Deadlines;

public static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton(provider => new Calendars(Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "policy", "calendars")))
        .AddSingleton(provider => DeadlineRules.Load(
            Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "policy", "deadlines.yml"), provider.GetRequiredService<Calendars>()))
        .AddSingleton<CountingOf>()
        .AddSingleton<CheckCalendars>()
        .AddSingleton<StartDeadline>()
        .AddSingleton<MeetDeadlines>()
        .AddSingleton<WithdrawDeadlines>()
        .AddSingleton<MeetDeadline>()
        .AddSingleton<RemindDue>()
        .AddSingleton<MissDeadlines>()
        .AddSingleton<NextReminder>()
        .AddSingleton<DeadlineHistory>()
        .AddSingleton<DeadlineList>()
        .AddSingleton<FindDeadline>()
        .AddSingleton<StartByEvent>()
        .AddSingleton<RecordEvent>()
        .AddSingleton<MovedMail>()
        .AddSingleton<CountAgain>()
        .AddSingleton<MoveDeadline>()
        .AddSingleton<PauseDeadline>()
        .AddSingleton<ResumeDeadline>()
        .AddSingleton<AskExtension>()
        .AddSingleton<DecideExtension>()
        .AddSingleton<WaiveDeadline>()
        .AddSingleton<CorrectAnchor>()
        .AddSingleton<CountFromDelivery>()
        .AddSingleton<RecomputeDeadlines>()
        .AddSingleton<RunOutDeadlines>()
        .AddSingleton<RenewCalendar>()
        .AddSingleton<RevokeCalendar>()
        .AddSingleton<FindCalendar>()
        .AddSingleton<ReadCalendar>();
}
