using Microsoft.Extensions.DependencyInjection;

namespace AbuseDesk.Customers;

public static class CustomersServices
{
    public static IServiceCollection AddCustomers(this IServiceCollection services) =>
        services
            .AddSingleton<AttributeLocation>()
            .AddSingleton<ConfirmContact>()
            .AddSingleton<ImportCustomers>()
            .AddSingleton<ListCustomers>();
}
