using AbuseDesk.Reports.Mailbox;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Reports;

public static class ReportsServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<FileReport>()
        .AddSingleton<ImportReports>()
        .AddSingleton<ListReports>()
        .AddSingleton<RecogniseLocation>()
        .AddSingleton<ReleaseReporter>()
        .AddSingleton<ShowReport>()
        .AddSingleton<TakeIn>()
        .AddSingleton<TakeSesEvent>()
        .AddSingleton<ReceiveEvents>()
        .AddSingleton<ReceiveMail>()
        .AddSingleton<IncomingMails>()
        .AddSingleton<DecideMail>();
}
