using AbuseDesk.Cases;
using AbuseDesk.Customers;
using AbuseDesk.Database;
using AbuseDesk.Deadlines;
using AbuseDesk.Escalation;
using AbuseDesk.Evidence;
using AbuseDesk.Journal;
using AbuseDesk.Mail;
using AbuseDesk.Notices;
using AbuseDesk.Reports;
using AbuseDesk.Staff;
using AbuseDesk.Suspensions;
using AbuseDesk.Terms;
using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk;

public static class AbuseDeskServices
{
    /// <summary>Registers the desk. Use cases hold no state: all are singletons over one <see cref="DeskDatabase"/>.</summary>
    public static IServiceCollection AddAbuseDesk(this IServiceCollection services, DeskSettings settings, TimeProvider clock) =>
        services
            .AddSingleton(settings)
            .AddSingleton(clock)
            .AddSingleton(new DeskZone(settings.Zone))
            .AddSingleton<References>()
            .AddSingleton(_ => new DeskDatabase(settings.Database, clock))
            .AddSingleton<SchemaUpgrade>()
            .AddSingleton<DataFolder>()
            .AddStaff()
            .AddCustomers()
            .AddTerms()
            .AddEvidence()
            .AddReports()
            .AddCases()
            .AddEscalation()
            .AddNotices()
            .AddSuspensions()
            .AddDeadlines()
            .AddMail()
            .AddJournal();
}
