using AbuseDesk.Deadlines;
using AbuseDesk.Deadlines.Changing;
using AbuseDesk.Mail;
using AbuseDesk.Notices.Sealing;
using AbuseDesk.Notices.Settling;
using AbuseDesk.Reports.Mailbox;
using AbuseDesk.Suspensions;

namespace AbuseDesk.Web.Workers;

internal static class WorkerServices
{
    /// <summary>Set to "off" on a node that only serves pages; another node must then run the workers.</summary>
    private const string Setting = "ABUSEDESK_WORKERS";

    /// <exception cref="DeskException">The setting is neither on nor off.</exception>
    public static void AddDeskWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        var setting = configuration[Setting] ?? "on";
        if (setting == "off") return;
        if (setting != "on") throw new DeskException($"{Setting} is “{Shown.Briefly(setting)}”; set it to on or off.");
        Add<SettleDeadlines>(services, "Deadlines that the record has answered", (job, cancel) => job.RunAsync(cancel));
        Add<RecomputeDeadlines>(services, "Deadlines whose calendar has changed", (job, cancel) => job.RunAsync(cancel));
        services.AddSingleton<WatchCalendars>();
        Add<WatchCalendars>(services, "Calendars of business days", (job, _) => job.RunAsync());
        Add<RunOutDeadlines>(services, "Deadlines that have run out", (job, cancel) => job.RunAsync(cancel));
        Add<VoidApprovals>(services, "Approvals that a new fact voids", (job, cancel) => job.RunAsync(cancel));
        Add<TakeEffect>(services, "Suspensions taking effect", (job, cancel) => job.RunAsync(cancel: cancel));
        Add<EndContracts>(services, "Contracts ending", (job, cancel) => job.RunAsync(cancel: cancel));
        Add<RemindDue>(services, "Reminders", (job, cancel) => job.RunAsync(cancel: cancel));
        Add<StampSeals>(services, "Time stamps", StampAsync);
        Add<DeliverMail>(services, "Mail", DeliverAsync);
        Add<ReceiveMail>(services, "Mail that came in", (job, cancel) => job.WorkAsync(cancel));
        Add<ReceiveEvents>(services, "Events of mails", (job, cancel) => job.WorkAsync(cancel));
        Add<FollowDeliveries>(services, "What became of notices", (job, cancel) => job.RunAsync(cancel));
        services.AddHostedService<DeskWorkers>();
    }

    private static async Task DeliverAsync(DeliverMail job, CancellationToken cancel)
    {
        if ((await job.RunAsync(cancel)).Unavailable is { } problem) throw new DeskException(problem);
    }

    // said once a try, and the mail that waits leaves without it in the end
    private static async Task StampAsync(StampSeals job, CancellationToken cancel)
    {
        if ((await job.RunAsync(cancel)).Problem is { } problem) throw new DeskException(problem);
    }

    // looked up in each round: a setting that cannot be used stops its own job only
    private static void Add<TJob>(IServiceCollection services, string name, Func<TJob, CancellationToken, Task> run) where TJob : notnull =>
        services.AddSingleton(provider => new DeskJob(name, cancel => run(provider.GetRequiredService<TJob>(), cancel)));
}
