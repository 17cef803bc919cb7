using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Journal;

public static class JournalServices
{
    public static IServiceCollection AddJournal(this IServiceCollection services) =>
        services.AddSingleton<VerifyJournal>();
}
