using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Terms;

public static class TermsServices
{
    public static IServiceCollection AddTerms(this IServiceCollection services) =>
        services.AddSingleton<PublishTerms>();
}
