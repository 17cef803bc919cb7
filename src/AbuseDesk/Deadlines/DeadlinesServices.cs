using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Deadlines;

public static class DeadlinesServices
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services) => services
        .AddSingleton(provider => DeadlineRules.Load(
            Path.Combine(provider.GetRequiredService<DeskSettings>().Templates, "policy", "deadlines.yml")))
        .AddSingleton<StartDeadline>()
        .AddSingleton<MeetDeadlines>()
        .AddSingleton<WithdrawDeadlines>()
        .AddSingleton<MeetDeadline>()
        .AddSingleton<RemindDue>()
        .AddSingleton<MissDeadlines>()
        .AddSingleton<NextReminder>()
        .AddSingleton<DeadlineHistory>()
        .AddSingleton<DeadlineList>();
}
