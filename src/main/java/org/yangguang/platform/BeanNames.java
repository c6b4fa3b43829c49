package org.yangguang.platform;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/**
 * Beans carry the short names of their classes, so that a parameter called like its class is found by name, without a look at all beans,
 * which a start would feel. Where two modules use the same word for things of their own, the second carries its full name.
 */
public final class BeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected String buildDefaultBeanName(BeanDefinition definition, BeanDefinitionRegistry registry) {
        String name = super.buildDefaultBeanName(definition, registry);
        if (!registry.containsBeanDefinition(name)) {
            return name;
        }
        String type = String.valueOf(definition.getBeanClassName());
        String taken = registry.getBeanDefinition(name).getBeanClassName();
        return type.equals(taken) ? name : type;
    }
}
